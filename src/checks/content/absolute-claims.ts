import type { EntrySource } from '../../loader/read-content.ts';
import type { Report } from '../../schemas/report.ts';
import { nodesOf, placeInBody } from '../mdx-tree.ts';
import { anyOf, proseOf, without } from '../prose.ts';
import { about, type FieldRecord } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import wording from '../wording.json' with { type: 'json' };

const MITIGATED = [anyOf(wording.notAbsolute)];
const why = (word: string): string => `“${word}”说得绝对，没有佐证`;

function absoluteWords(text: string): { word: string; index: number }[] {
  return [...without(text, MITIGATED).matchAll(anyOf(wording.absolute))].map(({ 0: word, index }) => ({ word, index }));
}

function inFields(record: FieldRecord): RuleFinding[] {
  const { claims = [], answers = [] } = record.data as Report;
  const check = (list: 'claims' | 'answers', statements: readonly { text: string; evidence?: readonly unknown[] | undefined }[]) =>
    statements.flatMap(({ text, evidence = [] }, index) =>
      evidence.length > 0
        ? []
        : absoluteWords(text)
            .slice(0, 1)
            .map(({ word }) => about(record, [list, index, 'text'], { why: why(word), fix: '补上 evidence（佐证），或者改成拿得出根据的说法' })),
    );
  return [...check('claims', claims), ...check('answers', answers)];
}

/** A sentence of the body is backed by a claim with evidence that says the same words, by a figure, or by a link in it. */
function inBody(entry: EntrySource, { claims = [] }: Report): RuleFinding[] {
  const prose = proseOf(entry);
  const backed = claims
    .filter(({ evidence = [] }) => evidence.length > 0)
    .flatMap(({ text }) => occurrences(prose, text).map((from): [number, number] => [from, from + text.length]));
  const proofs = nodesOf(entry, 'link', 'mdxJsxTextElement', 'mdxJsxFlowElement')
    .filter(({ type, name }) => type === 'link' || name === 'Figure')
    .map(({ position }) => position?.start.offset ?? -1);
  return absoluteWords(prose).flatMap(({ word, index }) => {
    const [from, until] = sentence(entry.body, index);
    if (backed.some(([start, end]) => index >= start && index < end)) return [];
    if (proofs.some((offset) => offset >= from && offset < until)) return [];
    const fix = '在 claims 里登记这句话并列出佐证（文字与正文一致），或者在这句里引用数字、链接报道，或者换个说法';
    return [{ file: entry.file, ...placeInBody(entry, index), value: word, why: why(word), fix }];
  });
}

function occurrences(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** From the mark before a place to the mark behind it. */
function sentence(body: string, index: number): [number, number] {
  const before = body.slice(0, index).search(/[^。！？\n]*$/);
  const length = body.slice(index).search(/[。！？\n]|$/);
  return [before, index + length];
}

/** 所有, 全部, 首个, 率先, 100% in a report: only with evidence. */
export const absoluteClaims: Rule = {
  id: 'E03',
  title: '绝对的说法没有佐证',
  severity: 'error',
  scope: 'entry',
  basis: '“所有”“全部”“首个”“率先”“100%”一类的说法要有佐证',
  check: ({ records }) =>
    records.flatMap((record) =>
      record.kind !== 'reports' || record.data === undefined || record.entry === undefined
        ? []
        : [...inFields(record), ...inBody(record.entry, record.data as Report)],
    ),
};
