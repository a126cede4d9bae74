import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ContentFile } from './content-files.ts';
import { stagedContent } from './staged-files.ts';

const MANY = 200;
const root = mkdtempSync(join(tmpdir(), 'mingbang-checked-out-'));

const git = (...args: string[]): string => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' });

function write(path: string, bytes: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
}

beforeAll(() => {
  // Inside of a hook git sets variables that would lead these commands to the outer repository.
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined);
  git('init', '-q');
  git('config', 'core.autocrlf', 'false');
  // As large-file storage does it: a pointer is kept, and the picture is checked out.
  git('config', 'filter.stored.clean', 'cat >/dev/null; echo pointer');
  git('config', 'filter.stored.smudge', 'cat >/dev/null; echo picture');
  write('.gitattributes', '*.png filter=stored\n*.jpg -filter\n');
  for (let number = 0; number < MANY; number += 1) {
    write(`content/news/n${number}/photo.jpg`, `photo ${number}`);
    write(`content/news/n${number}/table.pdf`, `table ${number}`);
  }
  write('content/news/n0/stored.png', 'picture');
  git('add', '.');
  git('-c', 'user.name=x', '-c', 'user.email=x@example.cn', 'commit', '-q', '-m', 'x');
}, 60_000);

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(() => {
  rmSync(root, { recursive: true });
}, 60_000);

const staged = (): ContentFile[] => stagedContent(root)?.files ?? [];

/** How many processes of git some work takes. */
function processes(work: () => void): number {
  const trace = join(root, 'trace');
  rmSync(trace, { force: true });
  vi.stubEnv('GIT_TRACE', trace);
  work();
  return readFileSync(trace, 'utf8').match(/built-in: git /g)?.length ?? 0;
}

describe('attachments that are staged', () => {
  it('are read many at once, in any order', () => {
    const files = staged().filter(({ path }) => !path.endsWith('.png'));
    const of = (type: string): ContentFile[] => files.filter(({ path }) => path.endsWith(type));
    const read = (list: readonly ContentFile[]): void => {
      for (const file of list) expect(file.read().toString(), file.path).toBe(readFileSync(join(root, file.path), 'utf8'));
    };
    const all = processes(() => {
      read([...of('.jpg'), ...of('.pdf'), ...files, ...files.reverse()]);
    });
    expect(files).toHaveLength(2 * MANY);
    expect(all).toBeLessThan(6);
  });

  it('are those of the commit, and no others, where that touches a few', () => {
    write('content/news/n7/photo.jpg', 'another');
    git('add', '.');
    const file = staged().find(({ path }) => path === 'content/news/n7/photo.jpg');
    expect({ head: file?.read(4).toString(), text: file?.read().toString(), bytes: file?.bytes }).toEqual({
      head: 'anot',
      text: 'another',
      bytes: 7,
    });
    git('reset', '-q', '--hard');
  });

  it.skipIf(process.platform === 'win32')('are looked into where only their pointers are kept', () => {
    const stored = staged().find(({ path }) => path.endsWith('.png'));
    expect(git('show', ':content/news/n0/stored.png').trim()).toBe('pointer');
    expect(stored?.read().toString().trim()).toBe('picture');
  });

  it('are all read where they are more than is held at once', () => {
    const size = 20 << 20;
    for (const name of ['a', 'b', 'c']) write(`content/large/${name}.mp4`, Buffer.alloc(size, name));
    git('add', '.');
    const large = staged().filter(({ path }) => path.endsWith('.mp4'));
    for (const file of [...large, ...large]) {
      const bytes = file.read();
      const name = file.path.charAt('content/large/'.length);
      expect([bytes.length, bytes.toString('utf8', 0, 2), bytes.toString('utf8', size - 1)]).toEqual([size, name + name, name]);
    }
    expect(large).toHaveLength(3);
    git('reset', '-q', '--hard');
  });
});
