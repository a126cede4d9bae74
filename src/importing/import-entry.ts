import { join, resolve } from 'node:path';
import { ask, type Question, type Terminal } from '../authoring/ask.ts';
import { choicesOf } from '../authoring/choices.ts';
import { dayProblem, promises, slugQuestion, titleQuestion, yearQuestion, type Given } from '../authoring/create-entry.ts';
import { entryKinds, type Draft, type EntryKind } from '../authoring/kinds.ts';
import { newEntry } from '../authoring/new-entry.ts';
import { Misuse } from '../authoring/misuse.ts';
import type { Known } from '../authoring/yaml-template.ts';
import type { Content } from '../schemas/content.ts';
import { collections } from '../schemas/index.ts';
import { convert, type Converted } from './convert.ts';
import type { Remark } from './document.ts';
import { documentLines, readDocx } from './docx/read-docx.ts';
import { openFile } from './open-file.ts';
import { cleanPictures } from './pictures.ts';
import { placeEntry } from './place-entry.ts';
import { Refusal } from '../documents/refusal.ts';
import { knownParts, partsOf } from './report/parts.ts';
import { promisesOf, type Offered } from './report/promises.ts';
import { readTxt } from './txt/read-txt.ts';

export interface ImportOptions {
  root: string;
  /** Where a relative `out` begins. */
  cwd: string;
  given: Given;
  /** Where questions are asked; undefined: only the flags count. */
  terminal: Terminal | undefined;
  /** A folder to write to instead of the entry's own place. */
  out?: string | undefined;
}

export interface Imported {
  /** `content/news/2026/0305-chun-geng`, or the folder that was asked for. */
  folder: string;
  state: 'written' | 'same';
  /** The text files, by name. */
  texts: Map<string, string>;
  pictures: string[];
  /** What of the document became a field, and why. */
  fields: string[];
  converted: Converted;
  remarks: Remark[];
  /** Sentences that promise something, offered in `commitments.yaml`. */
  promised: Offered[];
}

/** Imports a Word or text file as a new entry. Throws a `Refusal` for the file and a `Misuse` for the order. */
export async function importEntry(content: Content, bytes: Uint8Array, options: ImportOptions): Promise<Imported> {
  const { root, cwd, given, terminal, out } = options;
  const opened = openFile(bytes);
  const source = opened.kind === 'docx' ? readDocx(opened.parts) : readTxt(opened.bytes);
  if (source.blocks.length === 0) throw new Refusal('这份文件里没有文字，没有导入 → 打开看看是不是拿错了文件');
  if (documentLines(source).every((line) => line.trim() === ''))
    throw new Refusal('这份文件里只有图片，没有文字，多半是扫描件 → 把文字录入再导入：读屏软件读不出图片，搜索也搜不到');
  const pictures = await cleanPictures(source);
  const converted = convert(source, pictures.names);
  const one = async (question: Question): Promise<string | undefined> =>
    (await ask(question, given[question.flag] ?? [], terminal))[0];
  /** A flag first, then what the document says, and only then a question: nothing is made up. */
  const known = async (found: string | undefined, question: Question): Promise<string> =>
    found !== undefined && (given[question.flag] ?? []).length === 0 ? found : ((await one(question)) ?? '');

  const kind = await kindOf(converted, one);
  const title = await known(converted.title, titleQuestion(kind));
  const date = await known(converted.day, { flag: 'date', message: '日期（文件里没有找到落款日期）', problem: dayProblem });
  const year =
    kind.asks.year === true
      ? await known(/(20\d{2})年/.exec(title.normalize('NFKC'))?.[1], yearQuestion(date))
      : date.slice(0, 4);
  const choices = choicesOf(content);
  const column =
    kind.asks.column === true
      ? await one({ flag: 'column', message: '放在哪个栏目', choices: choices.columns ?? [], optional: true })
      : undefined;
  const names = [content.site.township, ...content.site.villages.map(({ name }) => name)];
  const slug =
    kind.asks.year === true ? year : await known(slugQuestion(kind, title, names).initial, slugQuestion(kind, title, names));
  const draft: Draft = { title, date, year, column, branches: [], photos: [], promises: promises(kind, content, year, date) };

  const promised = kind.collection === 'reports' ? promisesOf(partsOf(converted.body)) : [];
  const texts = newEntry(importedKind(kind, converted, promised), draft, choices);
  const commitments = texts.get('commitments.yaml');
  if (commitments !== undefined) texts.set('commitments.yaml', offered(commitments));
  const own = `content/${collections[kind.collection].folder}/${kind.folder(draft, slug)}`;
  const folder = out ?? own;
  const files = new Map<string, string | Buffer>([...texts, ...pictures.files]);
  return {
    folder,
    state: placeEntry(out === undefined ? join(root, own) : resolve(cwd, out), folder, files),
    texts,
    pictures: [...pictures.files.keys()],
    fields: fieldsOf(converted, { title, date }),
    converted,
    remarks: source.remarks,
    promised,
  };
}

/** `--kind` by id or name; a report by its title; news otherwise. */
async function kindOf({ title = '' }: Converted, one: (question: Question) => Promise<string | undefined>): Promise<EntryKind> {
  const initial = /述职报告|年度.*报告/.test(title) ? 'report' : /公示$|公示（/.test(title) ? 'notice' : 'news';
  const id = await one({
    flag: 'kind',
    message: '这份文件放到哪一类',
    choices: entryKinds.map((kind) => ({ id: kind.id, names: [kind.title] })),
    initial,
  });
  const kind = entryKinds.find((candidate) => candidate.id === id);
  if (kind === undefined) throw new Misuse('没有选放到哪一类');
  return kind;
}

/** A kind whose text is the document's, with what the document says filled into the fields. */
function importedKind(
  kind: EntryKind,
  { mdx, body, number, issuer, signedBy }: Converted,
  promised: readonly Offered[],
): EntryKind {
  const signed = signedBy ?? issuer;
  return {
    ...kind,
    body: mdx.trimEnd(),
    known: (draft): Known => ({
      ...kind.known(draft),
      ...((kind.collection === 'news' || kind.collection === 'reports') && signed !== undefined && { source: signed }),
      ...(kind.collection === 'news' &&
        number !== undefined && { document: { number, ...(signed !== undefined && { issuer: signed }) } }),
      ...(kind.collection === 'reports' && { parts: knownParts(partsOf(body)) }),
    }),
    companions: (draft): Record<string, Known[]> => {
      if (kind.collection !== 'reports') return kind.companions?.(draft) ?? {};
      const commitments = promised.map((offer, index): Known => ({
        id: `${draft.year}-${String(index + 1).padStart(2, '0')}`,
        ...offer,
      }));
      return commitments.length === 0 ? {} : { commitments };
    },
  };
}

/** Promises are offered, not made: every line is a comment until the author takes the sign away. */
const offered = (text: string): string =>
  `## 从“下步打算”“教训与改进措施”等部分摘出的句子，每句一条。确实是承诺的，去掉行首的“# ”补全；不是的，整条删掉。\n${text
    .split('\n')
    .map((line) => (line === '' || line.startsWith('##') ? line : `# ${line}`))
    .join('\n')}`;

function fieldsOf({ title, day, number, issuer, signedBy }: Converted, used: { title: string; date: string }): string[] {
  return [
    ...(title === used.title ? [`标题：${used.title}`] : []),
    ...(day === used.date ? [`日期：${used.date}（落款日期，正文里也留着）`] : []),
    ...(number === undefined ? [] : [`文号：${number}`]),
    ...(issuer === undefined ? [] : [`红头：${issuer}文件`]),
    ...(signedBy === undefined ? [] : [`来源：${signedBy}（落款，正文里也留着）`]),
  ];
}
