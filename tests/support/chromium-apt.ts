import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { tryChromium } from './chromium.ts';
import type { Chromium } from './chromium.ts';

const run = promisify(execFile);

/** Debian's Chromium, installed on the spot where the tests run as root: the last resort, and said aloud. */
export async function fromApt(reasons: readonly string[]): Promise<Chromium | string> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return 'apt-get needs root on Debian';
  console.warn(['No browser found, installing Debian’s (apt-get install -y chromium):', ...reasons].join('\n  - '));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Test files that run side by side wait for each other's lock instead of failing on it.
  const apt = (...args: string[]) =>
    run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=600', ...args], { env, maxBuffer: 2 ** 26 });
  try {
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', 'chromium');
    return await tryChromium('/usr/bin/chromium', 'apt');
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error);
  }
}
