import { describe, expect, it } from 'vitest';
import type { Finding } from '../rule.ts';
import type { GateReport } from '../report.ts';
import { githubAnnotations, gitlabReport } from './annotations.ts';
import { consoleReport, summary } from './console.ts';
import { jsonReport } from './json.ts';

const finding: Finding = {
  rule: 'S02',
  severity: 'error',
  file: 'content/news/2026/0305-chun-geng/index.mdx',
  line: 19,
  column: 19,
  field: '参加人次（events 第1项 participants）',
  value: '32人',
  why: '这里只写数字，不带单位“人”',
  fix: '写成 32',
};
const warning: Finding = {
  rule: 'F07',
  severity: 'warning',
  file: 'content/a.png',
  line: 1,
  column: 1,
  why: '100% 没用',
  fix: '删掉',
};
const report = (findings: Finding[], notices: string[] = []): GateReport => ({
  today: '2026-03-31',
  files: 137,
  findings,
  notices,
});
const lines = (): string => '    participants: 32人';

describe('consoleReport', () => {
  it('says place, field, value, cause and remedy, with the source and a caret', () => {
    expect(consoleReport(report([finding]), lines, false)).toBe(
      [
        'content/news/2026/0305-chun-geng/index.mdx:19:19 错误 [S02] 参加人次（events 第1项 participants）：写成了“32人”，这里只写数字，不带单位“人” → 写成 32',
        '        participants: 32人',
        '                      ^',
        '    说明：docs/rules/S02.md',
        '',
        '共检查 137 个文件：1 处错误。错误改完才能发布；每条规则的说明见 docs/rules/。',
      ].join('\n'),
    );
  });

  it('has colours only when asked, and none in the text itself', () => {
    expect(consoleReport(report([finding]), lines, false)).not.toContain('\u001b');
    expect(consoleReport(report([finding]), lines, true)).toContain('\u001b[31m错误\u001b[0m');
  });

  it('is friendly when all is well, and lists what is worth knowing', () => {
    expect(consoleReport(report([], ['还没有填：ICP备案号。']), lines, false)).toBe(
      '说明：\n  - 还没有填：ICP备案号。\n\n共检查 137 个文件，没有发现问题，可以放心发布。',
    );
  });

  it('tells warnings from errors in the summary', () => {
    expect(summary(report([warning]))).toContain('1 处提醒。提醒不影响发布');
    expect(summary(report([finding, warning]))).toContain('1 处错误，1 处提醒。错误改完才能发布');
  });
});

describe('for programs', () => {
  it('writes JSON with counts', () => {
    expect(JSON.parse(jsonReport(report([finding, warning])))).toMatchObject({
      files: 137,
      errors: 1,
      warnings: 1,
      findings: [finding, warning],
    });
  });

  it('writes workflow commands of GitHub with escapes', () => {
    expect(githubAnnotations([finding, warning]).split('\n')).toEqual([
      '::error file=content/news/2026/0305-chun-geng/index.mdx,line=19,col=19,title=S02::参加人次（events 第1项 participants）：写成了“32人”，这里只写数字，不带单位“人” → 写成 32（说明：docs/rules/S02.md）',
      '::warning file=content/a.png,line=1,col=1,title=F07::100%25 没用 → 删掉（说明：docs/rules/F07.md）',
    ]);
  });

  it('gives every finding of GitLab its own fingerprint, the same wherever the line moves', () => {
    const of = (...findings: Finding[]): { fingerprint: string; severity: string }[] =>
      JSON.parse(gitlabReport(findings)) as { fingerprint: string; severity: string }[];
    const [first, again] = of(finding, { ...finding, line: 40 });
    expect(first?.fingerprint).not.toBe(again?.fingerprint);
    expect(of({ ...finding, line: 99 })[0]?.fingerprint).toBe(first?.fingerprint);
    expect(of(finding, warning).map(({ severity }) => severity)).toEqual(['major', 'minor']);
  });
});
