import { globSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from '../support/project-copy.ts';
import { sites } from '../support/sites.ts';

const ORIGIN = 'https://qinghe.example.cn/';
const copy = copyProject();
afterAll(copy.remove);
const out = join(copy.folder, 'out');
const before = sites.root.folder;

/** The item of each id, and the day on which the feed says that it last changed. */
const feed = (folder: string, file: string) => parseFeed(readFileSync(join(folder, file), 'utf8'));
const idsOf = (folder: string, file: string): string[] => feed(folder, file).items.map(({ id }) => id ?? '');
const feedFiles = (folder: string): string[] => globSync('**/feed{,/*}.{xml,json}', { cwd: folder }).sort();
const outlines = (folder: string): string[] => readFileSync(join(folder, 'feeds.opml'), 'utf8').match(/<outline .*/g) ?? [];
const endsWith = (id: string) => (known: string) => known.endsWith(`/${id}`);

const NEW_GONE = 'news/2026/1105-jiao-cha-kan-zhang';
const OLD_GONE = 'news/2025/0623-qing-xi-shou-ye';
const NOTICE_GONE = 'news/2026/1124-wu-hao-tui-jian-gong-shi';
const GONE = [NEW_GONE, OLD_GONE, NOTICE_GONE];
const READ_ALOUD = 'news/2026/1119-xiang-gu-chu-gu';
const FIRST = 'news/2026/1029-liang-ci-lun-xun';
const SECOND = 'news/2026/1029-lun-xun-hui-zong';
const NOW = 'news/2026/1029-chun-qiu-lun-xun';

const titles = GONE.map((entry) => {
  const text = readFileSync(join(copy.folder, 'content', entry, 'index.mdx'), 'utf8');
  return /^title: (.*)$/m.exec(text)?.[1] ?? '';
});

beforeAll(async () => {
  for (const entry of GONE)
    copy.edit(`${entry}/index.mdx`, (text) =>
      text.replace(/^disclosure:/m, 'withdrawn: { on: 2026-11-25, reason: 内容核实有误 }\ndisclosure:'),
    );
  writeFileSync(join(copy.folder, 'content', READ_ALOUD, 'langdu.mp3'), Buffer.from('ID3 a recording'));
  copy.edit(`${READ_ALOUD}/index.mdx`, (text) =>
    text.replace(/^disclosure:/m, 'audio: { file: ./langdu.mp3, seconds: 95, reader: 镇广播站 }\ndisclosure:'),
  );
  renameSync(join(copy.folder, 'content', FIRST), join(copy.folder, 'content', NOW));
  copy.edit(`${NOW}/index.mdx`, (text) =>
    text.replace(/^disclosure:/m, `formerly: [${FIRST.slice('news/'.length)}, ${SECOND}]\ndisclosure:`),
  );
  renameSync(join(copy.folder, 'content/branches/jiguan'), join(copy.folder, 'content/branches/zhen-jiguan'));
  for (const file of globSync('content/{news,branches}/**/*.mdx', { cwd: copy.folder })) {
    const path = join(copy.folder, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/\bjiguan\b/g, 'zhen-jiguan').replaceAll('zhen-zhen-', 'zhen-'));
  }
  copy.edit('branches/zhen-jiguan/index.mdx', (text) => text.replace(/^superior:/m, 'formerly: [jiguan]\nsuperior:'));
  await copy.build('out');
}, 300_000);

describe('an entry that was taken down', () => {
  it('is in no feed and no archive any more, and nothing else is missing', () => {
    for (const file of feedFiles(before).filter((name) => name.endsWith('.xml') && !name.startsWith('corrections/'))) {
      const expected = idsOf(before, file).filter((id) => !GONE.some((entry) => endsWith(entry)(id)));
      const now = idsOf(out, file);
      const lacking = expected.filter((id) => !now.includes(id));
      expect(lacking, file).toEqual([]);
      // The newest fifty take up older ones in its place; an archive takes up nothing.
      if (/feed\/\d+\.xml$/.test(file)) expect(now, file).toHaveLength(expected.length);
      for (const entry of GONE) expect(now.filter(endsWith(entry)), file).toEqual([]);
    }
    expect(idsOf(before, 'feed/1.xml').filter(endsWith(OLD_GONE))).toHaveLength(1);
    expect(idsOf(before, 'columns/integrity/feed.xml').filter(endsWith(NEW_GONE))).toHaveLength(1);
    expect(idsOf(before, 'branches/shiqiao/feed.xml').filter(endsWith(NEW_GONE))).toHaveLength(1);
  });

  it('leaves its title in no file that programs read', () => {
    const files = globSync('**/*.{xml,json,opml,ics,csv}', { cwd: out });
    expect(files.length).toBeGreaterThan(200);
    for (const title of titles) {
      expect(title.length).toBeGreaterThan(10);
      expect(readFileSync(join(before, 'data/news.json'), 'utf8')).toContain(title);
      expect(
        files.filter((file) => readFileSync(join(out, file), 'utf8').includes(title)),
        title,
      ).toEqual([]);
    }
    const { format, type, ...page } = JSON.parse(readFileSync(join(out, NEW_GONE, 'index.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect([format, type]).toEqual(['mingbang-page/1', 'gone']);
    expect(JSON.stringify(page)).toContain('内容核实有误');
  });

  it('is told to those who follow the corrections, on the day it happened', () => {
    const said = feed(out, 'corrections/feed.xml').items.slice(0, GONE.length);
    expect(said.map(({ title }) => title?.slice(0, 2))).toEqual(GONE.map(() => '撤下'));
    expect(said.map(({ published }) => published?.toISOString())).toEqual(GONE.map(() => '2026-11-24T16:00:00.000Z'));
    expect(readFileSync(join(out, 'columns/integrity/feed.xml'), 'utf8')).toContain(
      '<lastBuildDate>Tue, 24 Nov 2026 16:00:00 GMT</lastBuildDate>',
    );
  });

  it('is named to browsers that keep copies of read pages', () => {
    const { gone } = JSON.parse(readFileSync(join(out, 'offline.json'), 'utf8')) as { gone: string[] };
    expect(gone).toEqual(GONE.map((entry) => `/${entry}/`).sort());
    for (const address of gone) expect(readFileSync(join(out, address, 'index.html'), 'utf8')).toContain('信息已撤下');
  });

  it('takes its 公示 out of the calendar, and leaves the others', () => {
    const events = (folder: string): string[] =>
      readFileSync(join(folder, 'news/calendar.ics'), 'utf8').match(/^UID:.*$/gm) ?? [];
    const gone = events(before).filter((uid) => uid.includes(NOTICE_GONE));
    expect(gone).toHaveLength(1);
    expect(events(out)).toEqual(events(before).filter((uid) => !gone.includes(uid)));
  });
});

describe('a recording', () => {
  it('is an enclosure with its full address, its type and its true length', () => {
    const url = `${ORIGIN}files/${READ_ALOUD}/langdu.mp3`;
    const { size } = statSync(join(out, url.slice(ORIGIN.length)));
    for (const file of ['feed.xml', 'columns/revitalization/feed.xml', 'branches/baishi/feed.xml']) {
      const item = feed(out, file).items.find(({ id }) => endsWith(READ_ALOUD)(id ?? ''));
      expect(item?.media, file).toMatchObject([{ url, mimeType: 'audio/mpeg', length: size }]);
    }
    const json = JSON.parse(readFileSync(join(out, 'feed.json'), 'utf8')) as { items: { id: string; attachments?: unknown }[] };
    expect(json.items.find(({ id }) => endsWith(READ_ALOUD)(id))?.attachments).toEqual([
      { url, mime_type: 'audio/mpeg', size_in_bytes: size, duration_in_seconds: 95 },
    ]);
    expect(json.items.filter(({ attachments }) => attachments !== undefined)).toHaveLength(1);
  });
});

describe('a renamed branch', () => {
  it('keeps its old feeds and calendar answering with the same content', () => {
    for (const file of ['feed.xml', 'feed.json', 'calendar.ics']) {
      const old = readFileSync(join(out, 'branches/jiguan', file), 'utf8');
      const own = (text: string): string =>
        text.replaceAll('/branches/jiguan/', '/branches/zhen-jiguan/').replace(/\r\n[ \t]/g, '');
      expect(own(old), file).toBe(own(readFileSync(join(out, 'branches/zhen-jiguan', file), 'utf8')));
    }
    expect(idsOf(out, 'branches/jiguan/feed.xml')).toEqual(idsOf(before, 'branches/jiguan/feed.xml'));
    expect(readFileSync(join(out, 'branches/jiguan/index.html'), 'utf8')).toContain('url=/branches/zhen-jiguan/');
  });

  it('is listed once, under its new address; the other feeds are listed as before', () => {
    const renamed = outlines(before).map((row) => row.replaceAll('branches/jiguan/', 'branches/zhen-jiguan/'));
    expect(outlines(out).toSorted()).toEqual(renamed.toSorted());
  });
});

describe('an entry renamed twice', () => {
  it('has the first of its addresses as its id, and both lead to the page', () => {
    const item = feed(out, 'feed.xml').items.find(({ id }) => endsWith(FIRST)(id ?? ''));
    expect(item?.url).toBe(`${ORIGIN}${NOW}/`);
    expect(idsOf(out, 'feed.xml').filter((id) => endsWith(SECOND)(id) || endsWith(NOW)(id))).toEqual([]);
    for (const old of [FIRST, SECOND]) expect(readFileSync(join(out, old, 'index.html'), 'utf8')).toContain(`url=/${NOW}/`);
  });
});
