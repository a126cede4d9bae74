import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'astro/zod';
import { promisesToAnswer } from '../derive/carry-over.ts';
import { commitmentStatus } from '../derive/ledger.ts';
import { pinyinSlug } from '../lib/pinyin-slug.ts';
import { isDay } from '../schemas/dates.ts';
import type { Content } from '../schemas/content.ts';
import { photo } from '../schemas/fields.ts';
import { collections } from '../schemas/index.ts';
import { ask, type Question, type Terminal } from './ask.ts';
import { choicesOf } from './choices.ts';
import { entryKinds, type Draft, type EntryKind } from './kinds.ts';
import { Misuse } from './misuse.ts';
import { newEntry } from './new-entry.ts';
import { preparePhotos } from './photos.ts';
import { typedPaths } from './typed-paths.ts';
import { writeEntry } from './write-entry.ts';

/** Answers given on the command line: flag → values. */
export type Given = Readonly<Record<string, readonly string[] | undefined>>;

export interface CreateOptions {
  root: string;
  /** Where relative paths of photographs begin. */
  cwd: string;
  today: string;
  given: Given;
  /** Where questions are asked; undefined: only the flags count. */
  terminal: Terminal | undefined;
}

export interface Created {
  /** `content/news/2026/1125-mie-jiang-ke` */
  folder: string;
  /** Names of the files in it. */
  files: string[];
  text: string;
}

/** Asks for what is needed, and writes a new entry with blanks. Throws {@link Misuse} for what the author has to put right. */
export async function createEntry(content: Content, options: CreateOptions): Promise<Created> {
  const { root, cwd, today, given, terminal } = options;
  const one = async (question: Question): Promise<string | undefined> => (await many(question))[0];
  const many = (question: Question): Promise<string[]> => ask(question, given[question.flag] ?? [], terminal);
  const choices = choicesOf(content);

  const kinds = entryKinds.map(({ id, title }) => ({ id, names: [title] }));
  const kindId = await one({ flag: 'kind', message: '要新建什么', choices: kinds });
  const kind = entryKinds.find(({ id }) => id === kindId);
  if (kind === undefined) throw new Misuse('没有选要新建什么');
  const title = (await one(titleQuestion(kind))) ?? '';
  const date = (await one({ flag: 'date', message: '日期', initial: today, problem: dayProblem })) ?? today;
  const year = kind.asks.year === true ? ((await one(yearQuestion(date))) ?? '') : date.slice(0, 4);
  const column =
    kind.asks.column === true
      ? await one({ flag: 'column', message: '放在哪个栏目', choices: choices.columns ?? [] })
      : undefined;
  const branches = kind.asks.branches === undefined ? [] : await many(branchQuestion(kind, choices.branches ?? []));

  const names = [content.site.township, ...content.site.villages.map(({ name }) => name)];
  const paths = kind.asks.photos === true ? (await many(photoQuestion(cwd))).flatMap(typedPaths) : [];
  const alts = await altsFor(paths, options);
  const photos = await preparePhotos(
    paths.map((path) => resolve(cwd, path)),
    alts,
    names,
  );
  const draft: Draft = { title, date, year, column, branches, photos, promises: promises(kind, content, year, date) };
  const slug = kind.asks.year === true ? year : ((await one(slugQuestion(kind, title, names))) ?? '');

  const folder = `content/${collections[kind.collection].folder}/${kind.folder(draft, slug)}`;
  const texts = newEntry(kind, draft, choices);
  writeEntry(
    root,
    folder,
    new Map<string, string | Buffer>([...texts, ...photos.map(({ name, bytes }) => [name, bytes] as const)]),
  );
  return { folder, files: [...texts.keys(), ...photos.map(({ name }) => name)], text: [...texts.values()].join('\n') };
}

/** What the schema says of a single answer. */
function problemOf(schema: z.ZodType, answer: unknown): string | undefined {
  const result = schema.safeParse(answer);
  return result.success ? undefined : result.error.issues[0]?.message;
}

export function titleQuestion({ collection, named }: EntryKind): Question {
  const shape: Record<string, z.ZodType> = collections[collection].schema.shape;
  const field = shape[named];
  return {
    flag: 'title',
    message: named === 'title' ? '标题' : '全称',
    problem: (answer) => (field === undefined ? undefined : problemOf(field, answer)),
  };
}

export const dayProblem = (answer: string): string | undefined =>
  isDay(answer) ? undefined : '不是日期，要写成 2026-03-05 的样子';

/** A report is written in December of its year or soon after; before that the last full year is meant. */
export function yearQuestion(date: string): Question {
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 12 ? 1 : 0);
  const problem = (answer: string): string | undefined => (/^\d{4}$/.test(answer) ? undefined : '年份写四位数字');
  return { flag: 'year', message: '哪一年的报告', initial: String(year), problem };
}

const branchQuestion = ({ asks }: EntryKind, choices: NonNullable<Question['choices']>): Question =>
  asks.branches === 'one'
    ? { flag: 'branch', message: '所属支部', choices }
    : { flag: 'branch', message: '和哪些支部有关', choices, many: true, optional: true };

/** Asked again at once when there is no such file, not after everything else has been answered. */
const photoQuestion = (cwd: string): Question => ({
  flag: 'photo',
  message: '照片文件的路径（可以把文件拖进来）',
  many: true,
  optional: true,
  problem: (answer) => {
    const missing = typedPaths(answer).find((path) => !existsSync(resolve(cwd, path)));
    return missing === undefined ? undefined : `找不到文件“${missing}” → 把照片从文件夹拖进这个窗口，路径就写好了`;
  },
});

/** A text for each photograph: those who cannot see it have nothing else. */
async function altsFor(paths: readonly string[], { given, terminal }: CreateOptions): Promise<string[]> {
  const written = given['alt'] ?? [];
  if (written.length > paths.length) throw new Misuse(`--alt 有 ${written.length} 个，照片只有 ${paths.length} 张`);
  const alts: string[] = [];
  for (const [index, path] of paths.entries()) {
    const message = `“${path}”的画面：谁在哪里做什么（给看不到图片的人）`;
    const own = written[index];
    const question = { flag: 'alt', message, problem: (answer: string) => problemOf(photo().shape.alt, answer) };
    alts.push(...(await ask(question, own === undefined ? [] : [own], terminal)));
  }
  return alts;
}

export function slugQuestion(kind: EntryKind, title: string, names: readonly string[]): Question {
  const formal = ['中国共产党', '中共', '支部委员会', '委员会', '党支部', '支部'];
  const initial =
    kind.collection === 'branches'
      ? pinyinSlug(title.replace(names[0] ?? '', ''), { without: [...formal, '村'] })
      : pinyinSlug(title, { without: names });
  return {
    flag: 'slug',
    message: '文件夹名（就是网址，登出去以后不要再改）',
    ...(initial === '' ? {} : { initial }),
    problem: (answer) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(answer) ? undefined : '只用小写字母、数字和短横线'),
  };
}

export function promises({ collection }: EntryKind, content: Content, year: string, date: string): Draft['promises'] {
  if (collection !== 'reports') return [];
  return promisesToAnswer(content, Number(year)).map(({ commitment }) => {
    const { state } = commitmentStatus(commitment, date);
    return { commitment: commitment.id, ...(state === '已销号' || state === '终止' ? { result: state } : {}) };
  });
}
