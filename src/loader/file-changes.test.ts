import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changedElsewhere, fileChanges } from './file-changes.ts';

const repository = mkdtempSync(join(tmpdir(), 'mingbang-file-changes-'));
// The project need not be the whole repository.
const root = join(repository, 'wang zhan');
const write = (path: string, text: string | Buffer): void => {
  writeFileSync(join(root, path), text);
};

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.cn', ...args], { encoding: 'utf8' });

beforeAll(() => {
  mkdirSync(join(root, 'content/照片'), { recursive: true });
  for (const name of ['kept', 'edited', 'staged', 'moved', 'gone'])
    write(`content/照片/${name} 1.jpg`, Buffer.from([0xff, 0xd8, 1]));
  write('content/link', 'a');
  write('program.ts', 'a');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'begin');
});

afterAll(() => {
  rmSync(repository, { recursive: true });
});

it('finds nothing while nothing differs', () => {
  expect(fileChanges(root, 'HEAD')).toEqual([]);
  expect(changedElsewhere(root, 'HEAD')).toEqual([]);
});

it('finds every file that differs, with a name for its bytes', () => {
  write('content/照片/edited 1.jpg', Buffer.from([0xff, 0xd8, 2]));
  write('content/照片/staged 1.jpg', Buffer.from([0xff, 0xd8, 3]));
  git('add', 'content/照片/staged 1.jpg');
  renameSync(join(root, 'content/照片/moved 1.jpg'), join(root, 'content/照片/new 1.jpg'));
  rmSync(join(root, 'content/照片/gone 1.jpg'));
  rmSync(join(root, 'content/link'));
  symlinkSync('照片', join(root, 'content/link'));
  write('program.ts', 'b');
  const found = new Map(fileChanges(root, 'HEAD').map(({ path, ...rest }) => [path.replace('content/照片/', ''), rest]));
  expect([...found.keys()]).toEqual(['content/link', 'edited 1.jpg', 'gone 1.jpg', 'moved 1.jpg', 'new 1.jpg', 'staged 1.jpg']);
  expect(found.get('edited 1.jpg')?.is).not.toBe(found.get('edited 1.jpg')?.was);
  expect(found.get('gone 1.jpg')?.is).toBeUndefined();
  expect(found.get('new 1.jpg')).toEqual({ was: undefined, is: found.get('moved 1.jpg')?.was });
  expect(found.get('content/link')?.is).toBe('other');
  expect(changedElsewhere(root, 'HEAD')).toEqual(['program.ts']);
});
