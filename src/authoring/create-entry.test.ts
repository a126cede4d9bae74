import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../checks/report.ts';
import { sampleRoot } from '../lib/testing/sample-root.ts';
import { readContent, toContent } from '../loader/read-content.ts';
import { createEntry, type Created, type Given } from './create-entry.ts';
import { entryKinds } from './kinds.ts';
import { Misuse } from './misuse.ts';
import { answersFor, fillBlanks } from './testing/answers.ts';
import { CANCEL, DOWN, ENTER, typing } from './testing/typing.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbang-new-'));
cpSync(join(sampleRoot, 'content'), join(root, 'content'), { recursive: true });
afterAll(() => {
  rmSync(root, { recursive: true });
});

const content = toContent(readContent(root));
if (content === undefined) throw new Error('the sample content cannot be read');
const create = (given: Given, today = '2026-11-25'): Promise<Created> =>
  createEntry(content, { root, cwd: root, today, given, terminal: undefined });
const errorsIn = async (folder: string, today: string) =>
  (await checkContent({ root, today, paths: [folder] })).findings.filter(({ severity }) => severity === 'error');

/** A photograph as a telephone takes it: lying on its side, large, with the place where it was taken. */
async function photograph(name: string): Promise<string> {
  await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#486' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitude: '30/1 0/1 0/1' } })
    .jpeg()
    .toFile(join(root, name));
  return name;
}

describe('a new entry', () => {
  it.each(entryKinds.map(({ id, title }) => [title, id]))(
    '%s passes the gate once its blanks are filled',
    async (_title, id) => {
      const today = id === 'report' ? '2027-01-20' : '2026-11-25';
      const { title, answers } = answersFor[id] ?? { title: '', answers: {} };
      const { folder, files } = await create(
        {
          kind: [id],
          title: [title],
          column: ['通知公告'],
          branch: ['石桥村党支部'],
          photo: [],
          ...(id === 'page' && { slug: ['handbook'] }),
        },
        today,
      );
      const before = await errorsIn(folder, today);
      expect(before.length).toBeGreaterThan(2);
      expect(before.filter(({ rule }) => rule !== 'S08')).toEqual([]);
      for (const file of files) {
        const path = join(root, folder, file);
        writeFileSync(path, fillBlanks(readFileSync(path, 'utf8'), answers));
      }
      expect(await errorsIn(folder, today)).toEqual([]);
      rmSync(join(root, folder), { recursive: true });
      // Two checks of the whole sample, on a machine that may be busy.
    },
    60_000,
  );

  it('stands where its date and title say, by names as people use them', async () => {
    const { folder, files } = await create({
      kind: ['动态'],
      title: ['石桥村春耕备耕，农机手下田'],
      date: ['2026-03-05'],
      column: ['服务乡村振兴'],
      branch: ['石桥村党支部', 'chaling'],
    });
    expect(folder).toBe('content/news/2026/0305-chun-geng-bei-geng');
    expect(files).toEqual(['index.mdx']);
    const text = readFileSync(join(root, folder, 'index.mdx'), 'utf8');
    expect(text).toMatch(/^title: 石桥村春耕备耕，农机手下田$/m);
    expect(text).toMatch(/^column: revitalization$/m);
    expect(text).toMatch(/^branches:\n {2}- shiqiao\n {2}- chaling$/m);
  });

  it('takes photographs without what the camera wrote, upright and small', async () => {
    const photos = [await photograph('IMG_1.jpg'), await photograph('IMG_2.jpg')];
    const { folder, files } = await create({
      kind: ['news'],
      title: ['茶岭村采秋茶，请了二十个短工'],
      column: ['members'],
      photo: photos,
      alt: ['茶山上采茶的人', '茶山上采茶的人'],
    });
    expect(files).toEqual(['index.mdx', 'cha-shan-shang-cai.jpg', 'cha-shan-shang-cai-2.jpg']);
    for (const name of files.slice(1)) {
      const path = join(root, folder, name);
      const { width, height, exif, icc, orientation } = await sharp(path).metadata();
      expect({ width, height, exif, icc, orientation }).toEqual({ width: 1280, height: 1920 });
      expect(readFileSync(path).includes('Telephone')).toBe(false);
    }
    const fields = readContent(root).entries.find((entry) => entry.folder === folder)?.yaml?.value;
    expect(fields).toMatchObject({
      cover: { src: './cha-shan-shang-cai.jpg', alt: '茶山上采茶的人' },
      photos: [{ src: './cha-shan-shang-cai-2.jpg', alt: '茶山上采茶的人' }],
    });
  });

  it.each<[string, Given, string]>([
    ['a title that is missing', { kind: ['动态'] }, '还缺 --title（标题）'],
    ['a title that is too short', { kind: ['动态'], title: ['春耕'] }, '--title “春耕”'],
    ['a day that does not exist', { kind: ['动态'], title: ['石桥村春耕备耕'], date: ['2026-02-30'] }, '不是日期'],
    ['a column that nobody knows', { kind: ['动态'], title: ['石桥村春耕备耕'], column: ['体育'] }, '通知公告'],
    ['a kind that nobody knows', { kind: ['博客'] }, '动态、公示、党支部'],
    ['a folder that is no name', { kind: ['常设页'], title: ['办事指南'], slug: ['指南'] }, '小写字母'],
    [
      'a photograph that is none',
      { kind: ['党支部'], title: ['中共青禾镇柳湾村支部委员会'], photo: ['content/site.yaml'], alt: ['柳湾村口的老柳树'] },
      '打不开',
    ],
    [
      'a photograph without words',
      { kind: ['党支部'], title: ['中共青禾镇柳湾村支部委员会'], photo: ['content/site.yaml'] },
      '还缺 --alt',
    ],
  ])('is refused for %s, and nothing is written', async (_case, given, message) => {
    await expect(create(given)).rejects.toThrow(Misuse);
    await expect(create(given)).rejects.toThrow(message);
    expect(existsSync(join(root, 'content/branches/liu-wan'))).toBe(false);
  });

  it.each([
    ['2026-11-25', [], '2025', '2025-12-31'],
    ['2026-12-10', [], '2026', '2026-12-10'],
    ['2027-01-20', [], '2026', '2026-12-31'],
    ['2027-08-20', [], '2026', '2026-12-31'],
    // What the author says stays; a year that is not over has no last day yet.
    ['2026-11-25', ['2026'], '2026', '2026-11-25'],
  ])('of a report that is begun on %s (--year %j) is about %s, until %s', async (today, year, wanted, until) => {
    const folder = join(root, 'content/reports', wanted);
    const aside = `${folder}.aside`;
    if (existsSync(folder)) renameSync(folder, aside);
    try {
      const created = await create({ kind: ['年度报告'], title: ['青禾镇党委抓基层党建工作述职报告'], year }, today);
      expect(created.folder).toBe(`content/reports/${wanted}`);
      expect(created.text).toContain(`until: ${until}`);
      rmSync(folder, { recursive: true });
    } finally {
      if (existsSync(aside)) renameSync(aside, folder);
    }
    await expect(create({ kind: ['年度报告'], title: ['青禾镇党委抓基层党建工作述职报告'], year: ['2025'] })).rejects.toThrow(
      '--year',
    );
  });

  it('never writes over what is there', async () => {
    const text = readFileSync(join(root, 'content/pages/guide/index.mdx'), 'utf8');
    await expect(create({ kind: ['常设页'], title: ['公开指南'], slug: ['guide'] })).rejects.toThrow('已经有了');
    expect(readFileSync(join(root, 'content/pages/guide/index.mdx'), 'utf8')).toBe(text);
  });
});

describe('a new entry at the terminal', () => {
  /** The answers to each question in turn, for a piece of news with a photograph. */
  const KEYS = (path: string): string[] => [
    ENTER,
    `禾坪村晒谷场开始排队${ENTER}`,
    ENTER,
    `${DOWN}${ENTER}`,
    ` ${ENTER}`,
    `nowhere.jpg${ENTER}${'\u007f'.repeat(11)}"${path}"${ENTER}`,
    ENTER,
    `晒谷场上排着队的三轮车${ENTER}`,
    ENTER,
  ];
  const entries = (): string[] => readContent(root).entries.map(({ folder }) => folder);
  const ask = (keys: readonly string[]) => {
    const terminal = typing(keys, 60);
    return { terminal, created: createEntry(content, { root, cwd: root, today: '2026-11-25', given: {}, terminal }) };
  };

  it('is asked one thing after the other, in sixty columns, with a photograph dragged in', async () => {
    const path = join(root, await photograph('晒谷 场.jpg'));
    const { terminal, created } = ask(KEYS(path));
    const { folder, files } = await created;
    expect(folder).toMatch(/^content\/news\/2026\/1125-/);
    expect(files).toHaveLength(2);
    expect(terminal.shown()).toContain('找不到文件“nowhere.jpg”');
    const fields = readContent(root).entries.find((entry) => entry.folder === folder)?.yaml?.value;
    expect(fields).toMatchObject({ title: '禾坪村晒谷场开始排队', cover: { alt: '晒谷场上排着队的三轮车' } });
    rmSync(join(root, folder), { recursive: true });
  });

  it('writes nothing when its author leaves with Ctrl+C, at whichever question', async () => {
    const path = join(root, await photograph('晒谷 场.jpg'));
    const before = entries();
    const keys = KEYS(path);
    for (let at = 0; at < keys.length; at += 1) {
      const { created } = ask([...keys.slice(0, at), CANCEL]);
      await expect(created, `question ${String(at + 1)}`).rejects.toThrow('什么也没有写');
    }
    expect(entries()).toEqual(before);
  }, 60_000);
});
