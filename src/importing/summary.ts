import { blanksIn } from '../schemas/blank.ts';
import type { Remark } from './document.ts';
import type { Imported } from './import-entry.ts';

const KINDS: [Remark['kind'], string][] = [
  ['lost', '没能导入，要自己补上'],
  ['dropped', '没有导入'],
  ['changed', '写法变了'],
  ['kept', '导入了，请看一眼'],
];
const LONGEST = 60;

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

/** One line a remark; the same thing at many places is said once, with how often. */
function remarkLines(remarks: readonly Remark[], kind: Remark['kind']): string[] {
  const groups = Map.groupBy(
    remarks.filter((remark) => remark.kind === kind),
    ({ what, text }) => `${what}：${shorten(text)}`,
  );
  return [...groups].map(([line, same]) => {
    const places = [...new Set(same.flatMap(({ place }) => (place === undefined ? [] : [place])))];
    const where =
      places.length === 0
        ? ''
        : `（${places.slice(0, 3).join('、')}${places.length > 3 ? `等 ${String(places.length)} 处` : ''}）`;
    return `  - ${line}${where}`;
  });
}

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`${title}：`, ...lines]);

/** What an import did, for the terminal: what became of the document, and what the author has to look at. */
export function importSummary({ folder, state, texts, pictures, fields, converted, remarks, promised }: Imported): string {
  if (state === 'same') return `${folder}/ 就是这份文件导入的，没有变化，什么也不用做。`;
  const live = [...texts.values()]
    .join('\n')
    .split('\n')
    .filter((line) => !/^\s*#/.test(line));
  const headings = converted.body.filter(({ kind }) => kind === 'heading').length;
  const tables = converted.body.filter(({ kind }) => kind === 'table').length;
  return [
    `已导入到 ${folder}/（${[...texts.keys(), ...pictures].join('、')}）`,
    `正文 ${String(converted.body.length)} 段，小标题 ${String(headings)} 个，表格 ${String(tables)} 张，图片 ${String(pictures.length)} 张；读回来逐字比过，除下面列出的，一个字不多、一个字不少。`,
    ...section('从文件里认出来的', fields.map((field) => `  - ${field}`)), // prettier-ignore
    ...KINDS.flatMap(([kind, title]) => section(title, remarkLines(remarks, kind))),
    ...section(
      '正文提到的附件，文件要自己放进文件夹，再写进 attachments',
      converted.announced.map((name) => `  - ${name}`),
    ),
    ...section('像是承诺的话（已放进 commitments.yaml，前面都有“# ”，确实要立账的去掉它补全）', promised.map(({ title, measure, due }) => `  - ${shorten(title === undefined ? measure : `${title}：${measure}`)}${due === undefined ? '' : `（期限 ${due}）`}`)), // prettier-ignore
    `还有 ${String(blanksIn(live.join('\n')).length)} 处【】要填。`,
  ].join('\n');
}
