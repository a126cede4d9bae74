import { existsSync } from 'node:fs';
import path from 'node:path';
import { tryChromium } from './chromium.ts';
import type { Chromium } from './chromium.ts';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'google-chrome-beta',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** The browser that `MINGBANG_CHROMIUM` names. Whoever names one wants that one: it throws where it does not start. */
export async function fromEnv(named = process.env.MINGBANG_CHROMIUM): Promise<Chromium | string> {
  if (named === undefined || named === '') return 'MINGBANG_CHROMIUM is not set';
  const found = existsSync(named) ? await tryChromium(named, 'env') : 'no such file';
  if (typeof found !== 'string') return found;
  throw new Error(`MINGBANG_CHROMIUM 指定的浏览器无法启动 / names a browser that does not start: ${named} (${found})`);
}

/** Chrome, Chromium or Edge where its installer, or the PATH, puts it. */
export async function fromSystem(candidates = systemPaths(process.platform, process.env)): Promise<Chromium | string> {
  const failures: string[] = [];
  for (const candidate of candidates.filter((file) => existsSync(file))) {
    const found = await tryChromium(candidate, 'system');
    if (typeof found !== 'string') return found;
    failures.push(found);
  }
  return failures.join('; ') || 'no Chrome, Chromium or Edge on this machine';
}

/** The places to look at on a platform, best first. */
export function systemPaths(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => path.win32.join(root, program)));
  }
  const onPath = (env.PATH ?? '')
    .split(':')
    .filter(Boolean)
    .flatMap((folder) => commands.map((command) => path.posix.join(folder, command)));
  if (platform !== 'darwin')
    return [...onPath, '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const roots = ['/Applications', path.posix.join(env.HOME ?? '/', 'Applications')];
  return [...apps.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`)), ...onPath];
}
