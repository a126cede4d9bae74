import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { tryChromium } from './chromium.ts';
import type { Chromium } from './chromium.ts';

const cache = path.join(import.meta.dirname, '../../.cache/chromium');

/**
 * The Chromium inside `@sparticuz/chromium` (linux x64), unpacked once into `.cache/`, with the libraries the package carries for machines
 * without NSS. The package's own `executablePath()` is not used: it shares one file in the temporary folder between all users and versions,
 * and tests that run side by side would start it half written.
 */
export async function fromNpm(): Promise<Chromium | string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `@sparticuz/chromium has no browser for ${process.platform} ${process.arch}`;
  }
  try {
    const packageFolder = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
    const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
    const folder = path.join(cache, version);
    if (!existsSync(folder)) await unpack(path.join(packageFolder, 'bin'), folder);
    return await tryChromium(path.join(folder, 'chromium'), 'npm', { LD_LIBRARY_PATH: path.join(folder, 'lib') });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Fills a folder beside the target and moves it there in one step, so that no one sees it half full. */
async function unpack(bin: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const partial = await mkdtemp(`${target}-`);
  try {
    await unbrotli(path.join(bin, 'chromium.br'), path.join(partial, 'chromium'), 0o755);
    // By way of a file: tar stops reading a pipe at the archive's end mark, before its padding, and the pipe breaks now and then.
    const libraries = path.join(partial, 'libraries.tar');
    await unbrotli(path.join(bin, 'al2023.tar.br'), libraries, 0o644);
    await promisify(execFile)('tar', ['-xf', libraries, '--no-same-owner', '-C', partial]);
    await rm(libraries);
    await chmod(partial, 0o755);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

const unbrotli = (source: string, target: string, mode: number): Promise<void> =>
  pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(target, { mode }));
