import { readFileSync } from 'node:fs';
import { findPersonalData, type PersonalKind } from '../../lib/personal-data.ts';
import { readText } from '../../loader/source.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const TEXT = /\.(mdx?|ya?ml|csv|txt|svg)$/i;

const FIX: Record<PersonalKind, string> = {
  身份证号: '删掉；确实要写的，只写“110***********02X”这样的样子。提交过的还留在历史里，请马上告诉维护网站的人',
  银行卡号: '删掉；确实要写的，只写后四位。提交过的还留在历史里，请马上告诉维护网站的人',
  手机号: '换成办公座机；确实要写的，写成“138****1234”',
};

/** Every text file of `content/` as it stands on the disk: fields, bodies, tables, attachments of plain text. */
function check({ source: { files } }: GateContext, wanted: readonly PersonalKind[]): RuleFinding[] {
  return files.filter(({ path }) => TEXT.test(path)).flatMap(({ path, absolute }) => {
    const { text } = readText(readFileSync(absolute));
    return findPersonalData(text)
      .filter(({ kind }) => wanted.includes(kind))
      .map(({ kind, index, masked }): RuleFinding => {
        const before = text.slice(0, index).split('\n');
        return { file: path, line: before.length, column: (before.at(-1) ?? '').length + 1, value: masked, why: `这里有一个${kind}`, fix: FIX[kind] };
      });
  });
}

/** Numbers that open a person's accounts and files. */
export const identityNumbers: Rule = {
  id: 'I01',
  title: '有身份证号或银行卡号',
  severity: 'error',
  basis: '《个人信息保护法》第二十八条：敏感个人信息；公开信息不得含身份证号、银行账号',
  check: (context) => check(context, ['身份证号', '银行卡号']),
};

/** Private telephone numbers. */
export const mobileNumbers: Rule = {
  id: 'I02',
  title: '有个人手机号',
  severity: 'error',
  basis: '《个人信息保护法》第六条：收集和公开限于最小范围；对外联系写办公座机',
  check: (context) => check(context, ['手机号']),
};
