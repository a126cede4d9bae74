import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from './project-copy.ts';
import { SITE_DATE } from './site-date.ts';

const APPROVED = `disclosure:
  scope: 向社会
  proposed: { on: 2026-11-20, by: 镇党建办主任 }
  reviewed: { on: 2026-11-20, by: 镇党建办主任 }
  approved: { on: 2026-11-20, by: 镇党委组织委员 }`;

/** The page that is broken when the preview starts. */
export const BROKEN = 'content/pages/about/index.mdx';

function write(root: string, slug: string, title: string, more: string): void {
  const folder = join(root, `content/news/2026/1120-${slug}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.mdx'),
    `---\ntitle: ${title}\ncolumn: governance\ndate: 2026-11-20\nsource: 镇党建办\nreviewer: 镇党建办主任\nsummary: 石桥村把修渠的账贴在公开栏，谁出工、出了几天、领了多少，一笔一笔写明白。\n${more}\n---\n\n修渠的账贴出来了。\n`,
  );
}

/** A project with a draft, a scheduled entry, two entries that nobody may see yet, and a broken page, as `npm run dev` shows it. */
export function startPreview(port: number) {
  const { folder, remove } = copyProject();
  write(folder, 'cao-gao', '石桥村修渠的账贴出来了', `draft: true\n${APPROVED}`);
  write(folder, 'ding-shi', '修渠第二期的工什么时候派', `publishOn: 2026-12-01 08:00\n${APPROVED}`);
  write(folder, 'dang-nei', '修渠的党内通报在会上念', `draft: true\n${APPROVED.replace('向社会', '党内')}`);
  write(folder, 'wei-pi', '修渠的账还没有批准公开', 'draft: true\ndisclosure:\n  scope: 向社会');
  writeFileSync(join(folder, BROKEN), 'title：坏了');
  const server = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], SITE_DATE, PORT: String(port), NO_COLOR: '1' },
  });
  let output = '';
  server.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  server.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    folder,
    server,
    /** What it has printed so far. */
    output: (): string => output,
    stop: async (): Promise<void> => {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill();
      await ended;
      remove();
    },
  };
}
