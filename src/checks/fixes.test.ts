import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { applyEdits } from './fixes.ts';
import type { Finding } from './rule.ts';

const finding = (line: number, column: number, from: string, to: string): Finding => ({
  rule: 'W03',
  severity: 'warning',
  file: 'a',
  line,
  column,
  why: '',
  fix: '',
  edit: { from, to },
});

describe('applyEdits', () => {
  it('makes every correction of a line, whatever their order and length', () => {
    const { text, made } = applyEdits('一\r\n甲,乙...丙', [finding(2, 2, ',', '，'), finding(2, 4, '...', '……')]);
    expect(text).toBe('一\r\n甲，乙……丙');
    expect(made).toHaveLength(2);
  });

  it('leaves a place that says something else, and makes one of two that overlap', () => {
    expect(applyEdits('甲乙', [finding(1, 1, '丙', '丁'), finding(9, 1, '甲', '丁')]).text).toBe('甲乙');
    expect(applyEdits('甲乙丙', [finding(1, 1, '甲乙', '子'), finding(1, 2, '乙丙', '丑')])).toMatchObject({ text: '甲丑' });
  });
});

describe('validate --fix', { timeout: 60_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'mingbang-fix-'));
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('mends bodies, says what, leaves the fields alone, and has nothing to do the second time', () => {
    const fixtures = join(import.meta.dirname, 'fixtures');
    const file = join(root, 'content/news/2026/0326-qu-shui/index.mdx');
    cpSync(join(fixtures, '_base'), root, { recursive: true });
    cpSync(join(fixtures, 'wording-punctuation'), root, { recursive: true });
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('summary: 石桥村', 'summary: 截止目前，石桥村').replace('翻开第一页', '翻开台帐'),
    );
    const before = readFileSync(file, 'utf8');
    const run = () =>
      spawnSync(process.execPath, [resolve('scripts/validate.ts'), '--root', root, '--fix', '--today', '2026-03-31'], {
        encoding: 'utf8',
      });
    const first = run();
    expect(first.stderr).toContain('content/news/2026/0326-qu-shui/index.mdx:15:5 “,” → “，”');
    expect(first.stderr).toContain('一共改了 6 处');
    expect(first.stdout).toContain('1 处提醒');
    const after = readFileSync(file, 'utf8');
    expect(after.split('---')[1]).toBe(before.split('---')[1]);
    expect(after).toContain(
      '渠水通了，先放下游……共12户（含石桥）。看[单子](/news/2026/0312-dang-ke/)，附件：1.放水单。水费0.5元，8:30开闸，青党发〔2026〕8号，a,b两段……好。渠边的本子用塑料袋包着，翻开台账',
    );
    expect(run().stderr).toContain('没有可以直接改的');
    expect(readFileSync(file, 'utf8')).toBe(after);
  });
});
