import { expect, it } from 'vitest';
import { plainEngine } from './plain-engine.ts';
import { normalised, piecesOf } from './text.ts';

const engine = plainEngine([
  { url: 'news/a/', title: '停水通知', summary: '涉及1,043户。', kind: '动态' },
  { url: 'news/b/', title: '通水了', summary: '涉及1043户。', kind: '动态' },
]);

it.each(['1,043户', '1043户'])('the small index finds %s however the page parts the thousands', async (typed) => {
  const { total, show } = await engine(piecesOf(normalised(typed, new Map())), { filters: {}, order: 'relevance' });
  expect(total).toBe(2);
  const marks = (await show(0, 2)).map(({ excerpt }) => excerpt.filter(({ hit }) => hit).map(({ text }) => text));
  expect(new Set(marks.flat())).toEqual(new Set(['1,043户', '1043户']));
});
