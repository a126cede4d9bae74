import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = join(import.meta.dirname, '../../.cache/newsboat');

/** A newsboat that starts here. */
export interface Newsboat {
  command: string;
  env: Record<string, string>;
}

/**
 * newsboat, a feed reader in use: the machine's own, or Debian's packages unpacked into `.cache/`, which needs no root and changes nothing
 * on the machine. The reason as a sentence where there is none to be had.
 */
export async function findNewsboat(): Promise<Newsboat | string> {
  const reasons: string[] = [];
  for (const source of [() => started({ command: 'newsboat', env: {} }), fromDebian]) {
    try {
      return await source();
    } catch (error) {
      reasons.push(error instanceof Error ? error.message.trim() : String(error));
    }
  }
  return `没有找到阅读器 newsboat，也没能下载：先装上它再运行（Debian、Ubuntu：apt-get install newsboat）。${reasons.join('；')}`;
}

async function started(newsboat: Newsboat): Promise<Newsboat> {
  await run(newsboat.command, ['-v'], { env: { ...process.env, ...newsboat.env } });
  return newsboat;
}

async function fromDebian(): Promise<Newsboat> {
  if (!existsSync('/etc/debian_version')) throw new Error('Debian’s packages fit only Debian');
  if (!existsSync(cache)) await unpack();
  const libraries = new Set(globSync('**/*.so.*', { cwd: cache }).map((file) => join(cache, dirname(file))));
  return started({ command: join(cache, 'usr/bin/newsboat'), env: { LD_LIBRARY_PATH: [...libraries].join(':') } });
}

/** Fetches newsboat and what it lacks here, with package lists of its own, and moves it into place in one step. */
async function unpack(): Promise<void> {
  await mkdir(dirname(cache), { recursive: true });
  const work = await mkdtemp(`${cache}-`);
  const [lists, archives, root] = ['lists', 'archives', 'root'].map((name) => join(work, name)) as [string, string, string];
  for (const folder of [lists, archives, root]) await mkdir(join(folder, 'partial'), { recursive: true });
  // The lists of the machine may be missing or another user's; what is installed is the machine's all the same.
  const settings = join(work, 'apt.conf');
  await writeFile(
    settings,
    `Dir::State::lists "${lists}";\nDir::Cache "${work}";\nAPT::Sandbox::User "";\nAPT::Install-Recommends "false";\n`,
  );
  const apt = (...args: string[]) =>
    run('apt-get', ['-q', '-c', settings, ...args], { cwd: archives, env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 2 ** 26 });
  try {
    await apt('update');
    const { stdout } = await apt('--simulate', 'install', 'newsboat');
    const packages = [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name ?? '');
    await apt('download', ...packages);
    for (const file of globSync('*.deb', { cwd: archives })) await run('dpkg-deb', ['-x', join(archives, file), root]);
    await rename(root, cache);
  } catch (error) {
    if (!existsSync(cache)) throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
