import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleRoot } from '../lib/testing/sample-root.ts';
import { listFiles, type ContentFile } from './content-files.ts';
import { KeptParses } from './kept-parses.ts';
import { readContent, type ContentSource, type EntrySource } from './read-content.ts';

const FIXTURES = resolve(import.meta.dirname, '../checks/fixtures');

let folder = '';
let pack = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbang-parses-'));
  pack = join(folder, 'cache/parses');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The sample township and every case of the gate, right or wrong, as one `content/` of entries. */
const roots = [sampleRoot, ...globSync('*/content', { cwd: FIXTURES }).map((found) => dirname(join(FIXTURES, found)))];
const everything = roots.flatMap((root, number) =>
  listFiles(root).map((file) => ({ ...file, path: file.path.replace(/^(content\/\w+\/)/, `$1${number}-`) })),
);

/** A township of news, each with its own title. */
const township = (size = 60): ContentFile[] =>
  Array.from({ length: size }, (_, number) => {
    const text = readFileSync(join(FIXTURES, '_base/content/news/2026/0305-chun-geng/index.mdx'), 'utf8');
    return fileOf(`content/news/2026/0305-n${number}/index.mdx`, text.replace('春耕备耕', `第${number}次备耕`));
  });

function fileOf(path: string, text: string): ContentFile {
  const bytes = Buffer.from(text);
  return { path, bytes: bytes.length, read: () => bytes };
}

/** Reads files as git names them; says which of them were really read. */
function readWith(kept: KeptParses | undefined, files: readonly ContentFile[]): { source: ContentSource; read: string[] } {
  const read: string[] = [];
  const named = files.map((file): ContentFile => ({
    ...file,
    hash: createHash('sha1').update(file.read()).digest('hex'),
    read: () => {
      read.push(file.path);
      return file.read();
    },
  }));
  const source = readContent('/', named, kept);
  kept?.save();
  return { source, read };
}

const opened = (mark = 'a'): KeptParses => new KeptParses(pack, () => mark);
const counted = (files: readonly ContentFile[], mark?: string): number => readWith(opened(mark), files).read.length;

/** Everything that was parsed, bodies included. */
const parsed = ({ entries }: ContentSource): unknown[] =>
  entries.map(({ front, yaml, body, bodyLine, mdx, text, encoding, parsed: fields, file, companions }) => ({
    ...{ front, yaml: [yaml?.value, yaml?.problems], body, bodyLine, mdx, text, encoding, fields, file },
    companions: companions.map((beside) => ({ ...beside, yaml: [beside.yaml?.value, beside.yaml?.problems] })),
  }));

describe('what was parsed of the same bytes', () => {
  it('comes back as it was, to the order of the keys', () => {
    const fresh = parsed(readWith(undefined, everything).source);
    expect(parsed(readWith(opened(), everything).source)).toStrictEqual(fresh);
    const { source, read } = readWith(opened(), everything);
    expect(parsed(source)).toStrictEqual(fresh);
    expect(JSON.stringify(parsed(source))).toBe(JSON.stringify(fresh));
    // Most is right and kept; what is wrong is read again, for its places.
    const isRight = ({ parsed: { data }, encoding }: EntrySource): boolean => data !== undefined && encoding === 'utf-8';
    const right = source.entries.filter(isRight).map(({ file }) => file);
    const wrong = source.entries.filter((entry) => !isRight(entry)).map(({ file }) => file);
    expect(right.length).toBeGreaterThan(200);
    expect(wrong.length).toBeGreaterThan(50);
    expect(read).toEqual(expect.arrayContaining(wrong));
    expect(right.filter((file) => read.includes(file))).toEqual([]);
  });

  it('is all that is not read again where a few of many entries changed', () => {
    const files = township();
    expect(counted(files)).toBe(60);
    expect(counted(files)).toBe(0);
    const [first, second, ...rest] = files;
    const changed = [first, second].map((file) => fileOf(file?.path ?? '', `${file?.read().toString() ?? ''}又\n`));
    expect(counted([...changed, ...rest])).toBe(2);
    // Too few to write the pack for them; they are read again until there are more.
    expect(counted([...changed, ...rest])).toBe(2);
  });

  it('holds no more than the last contents that it was written for', () => {
    counted(township(120));
    const long = readFileSync(pack).length;
    // Half of the entries went, and all others were edited.
    counted(township(60).map(({ path, read }) => fileOf(path, `${read().toString()}又\n`)));
    expect(readFileSync(pack).length).toBeLessThan(0.6 * long);
    expect(readdirSync(dirname(pack))).toEqual(['parses']);
  });

  it('is not believed after a change of the program', () => {
    const files = township();
    counted(files, 'a');
    expect(counted(files, 'b')).toBe(60);
    expect(counted(files, 'b')).toBe(0);
    expect(counted(files, 'a')).toBe(60);
  });

  it('is not believed when it is not whole, and is written anew', () => {
    const files = township();
    counted(files);
    const whole = readFileSync(pack);
    const other = Buffer.from(whole.toString('utf8').replace('第7次备耕', '第8次备耕'));
    expect(other.equals(whole)).toBe(false);
    for (const broken of [other, whole.subarray(0, 5000), whole.subarray(0, 64), Buffer.alloc(0), Buffer.from('[]')]) {
      writeFileSync(pack, broken);
      expect(counted(files)).toBe(60);
      expect(readFileSync(pack).equals(whole)).toBe(true);
    }
  });

  it('is left out where it would come back as something else', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    const kept = opened();
    const odd = { date: new Date(0), undefined: { a: undefined }, zero: -0, nan: NaN, big: 1n, circle, map: new Map() };
    for (const [name, data] of Object.entries(odd)) kept.add(name, { kind: 'news', text: '', value: {}, data });
    for (let number = 0; number < 60; number += 1)
      kept.add(String(number), { kind: 'news', text: '', value: null, data: { number } });
    kept.save();
    expect(Object.keys(odd).filter((name) => opened().has(name))).toEqual([]);
    expect(opened().find('59', 'news')?.data).toEqual({ number: 59 });
  });

  it('is not taken for what another schema says of the same bytes', () => {
    const files = township();
    counted(files);
    const moved = files.map((file) => ({ ...file, path: file.path.replace('/news/2026/', '/pages/') }));
    const { source, read } = readWith(opened(), moved);
    expect(read.length).toBe(60);
    expect(parsed(source)).toStrictEqual(parsed(readWith(undefined, moved).source));
  });

  it('is neither written nor believed where the program does not know itself', () => {
    const files = township();
    const unknown = (): KeptParses =>
      new KeptParses(pack, () => {
        throw new Error('not installed');
      });
    counted(files);
    const whole = readFileSync(pack);
    expect(readWith(unknown(), files).read.length).toBe(60);
    expect(readFileSync(pack).equals(whole)).toBe(true);
  });

  it('has a mark of this program', () => {
    const files = township();
    readWith(new KeptParses(pack), files);
    expect(readWith(new KeptParses(pack), files).read).toEqual([]);
    expect(counted(files)).toBe(60);
  });

  it('is only slower where nothing can be written', () => {
    writeFileSync(join(folder, 'cache'), '');
    expect(counted(township())).toBe(60);
    expect(counted(township())).toBe(60);
  });
});
