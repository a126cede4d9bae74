import { describe, expect, it } from 'vitest';
import type { Sheet, SheetRow } from '../derive/sheet/model.ts';
import { sheetHtml, sheetText } from './publication-sheet.ts';

const head = { site: '青禾公开', today: '2026-03-31', base: 'main 1', head: '2', elsewhere: 0, errors: 0, warnings: 1 };
const empty: Sheet = { pages: [], feeds: [], figures: [], promises: [], unseen: [], others: [], follow: [] };
const row = (index: number, details: string[] = []): SheetRow => ({
  change: index % 2 === 0 ? '修改' : '新增',
  place: `/news/2026/${String(index).padStart(3, '0')}/`,
  title: '一件事',
  details,
});

describe('a long sheet', () => {
  const pages = Array.from({ length: 250 }, (_item, index) => row(index));

  it.each([
    ['text', sheetText],
    ['page', sheetHtml],
  ])('writes out the first rows and counts the others by what happened: %s', (_name, print) => {
    const said = print({ ...empty, pages }, head);
    expect(said).toContain('页面（250）');
    expect(said.split('一件事')).toHaveLength(41);
    expect(said).toMatch(/另外 修改 105 处：\/news\/2026\/040\/.*……还有 45 处/);
    expect(said).toMatch(/另外 新增 105 处：\/news\/2026\/041\/.*……还有 45 处/);
  });

  it('writes out the first lines of a row', () => {
    const lines = Array.from({ length: 12 }, (_item, index) => `第${index + 1}处`);
    const said = sheetText({ ...empty, pages: [row(0, lines)] }, head);
    expect(said).toContain('第8处\n         ……还有 4 处');
    expect(said).not.toContain('第9处');
  });
});

it("repeats no person's number", () => {
  const said = sheetText({ ...empty, pages: [row(0, ['办公电话：0000-8765432 → 13800138000'])] }, head);
  expect(said).toContain('0000-8765432');
  expect(said).not.toContain('13800138000');
});

it('says what it does not speak of, and that mistakes make it unsure', () => {
  const said = sheetHtml(empty, { ...head, elsewhere: 3, errors: 2 });
  expect(said).toContain('content/ 以外还改了 3 个文件');
  expect(said).toContain('核对有 2 处错误，改完才能发布');
});
