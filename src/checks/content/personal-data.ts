import { findPersonalData, type PersonalFinding, type PersonalKind } from '../../lib/personal-data.ts';
import { readText } from '../../loader/source.ts';
import { getIn } from '../field-node.ts';
import { placeIn } from '../source-lines.ts';
import type { GateContext, Rule, RuleFinding, Severity } from '../rule.ts';

const TEXT = /\.(mdx?|ya?ml|csv|txt|svg|json|ics|vtt|srt)$/i;

const FIX: Record<PersonalKind, string> = {
  身份证号: '删掉；确实要写的，只写“110***********02X”这样的样子。提交过的还留在历史里，请马上告诉维护网站的人',
  银行卡号: '删掉；确实要写的，只写后四位。提交过的还留在历史里，请马上告诉维护网站的人',
  手机号: '换成办公座机；确实要写的，写成“138****1234”',
};

/** What stands in a file of text. One that is damaged keeps its digits all the same, and its program may still open it. */
function textOf(bytes: Buffer): string {
  const { text, encoding } = readText(bytes);
  return encoding === 'binary' ? bytes.toString('latin1').replaceAll('\0', '') : text;
}

/** Every text file of `content/` as it stands on the disk, fields, bodies, tables; and what documents hold, hidden parts and all. */
function check({ source: { files }, documents }: GateContext, wanted: readonly PersonalKind[]): RuleFinding[] {
  const search = (text: string): PersonalFinding[] => findPersonalData(text).filter(({ kind }) => wanted.includes(kind));
  const inTexts = files.filter(({ path }) => TEXT.test(path)).flatMap(({ path, read }) => {
    const text = textOf(read());
    return search(text).map(({ kind, index, masked }): RuleFinding => ({
      file: path,
      ...placeIn(text, index),
      value: masked,
      why: `这里有一个${kind}`,
      fix: FIX[kind],
    }));
  });
  const inNames = files.flatMap(({ path }) =>
    path
      .split('/')
      .flatMap(search)
      .map(({ kind, masked }): RuleFinding => ({
        file: path,
        line: 1,
        column: 1,
        value: masked,
        why: `文件或文件夹的名字里有一个${kind}`,
        fix: '换个名字；文件夹名就是网址',
      })),
  );
  const inDocuments = [...documents].flatMap(([file, { texts, persons }]) => {
    const seen = new Set<string>();
    return [...texts, ...persons.map(({ field, value }) => ({ place: `文件属性“${field}”`, text: value }))].flatMap(({ place, text }) =>
      search(text).flatMap(({ kind, masked }): RuleFinding[] => {
        if (seen.has(masked)) return [];
        seen.add(masked);
        return [{ file, line: 1, column: 1, value: masked, why: `${place}有一个${kind}`, fix: `在原文件里改好，重新放进来。${FIX[kind]}` }];
      }),
    );
  });
  return [...inTexts, ...inNames, ...inDocuments];
}

/** Numbers that open a person's accounts and files. */
export const identityNumbers: Rule = {
  id: 'I01',
  title: '有身份证号或银行卡号',
  severity: 'error',
  scope: 'entry',
  basis: '《个人信息保护法》第二十八条：敏感个人信息；公开信息不得含身份证号、银行账号',
  check: (context) => check(context, ['身份证号', '银行卡号']),
};

/** What a private mobile number is on this site, by `mobiles` in site.yaml; undefined where nobody looks for them. */
export function mobileSeverity({ source }: Pick<GateContext, 'source'>): Severity | undefined {
  const setting = getIn(source.site?.yaml?.value, ['mobiles']);
  return setting === '不查' ? undefined : setting === '提醒' ? 'warning' : 'error';
}

/** Private telephone numbers. */
export const mobileNumbers: Rule = {
  id: 'I02',
  title: '有个人手机号',
  severity: 'error',
  scope: 'entry',
  basis: '《个人信息保护法》第六条：收集和公开限于最小范围；对外联系写办公座机',
  check: (context) => {
    const severity = mobileSeverity(context);
    return severity === undefined ? [] : check(context, ['手机号']).map((finding) => ({ ...finding, severity }));
  },
};
