import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sampleRoot } from '../../src/lib/testing/sample-root.ts';
import { SITE_DATE } from './site-date.ts';

export interface ScriptResult {
  code: number;
  output: string;
}

const ownRoot = join(import.meta.dirname, '../..');
/**
 * The project that these tests build: this one, with the sample township in it. In a repository that a township has taken over the
 * sample stands elsewhere, and {@link prepareProject} puts it together with the program.
 */
export const projectRoot = sampleRoot === ownRoot ? ownRoot : join(ownRoot, '.cache/tests/project');
/** What a copy of the project is made of. */
export const PROJECT_FILES = [
  'astro.config.mjs',
  'package-lock.json',
  'package.json',
  'public',
  'scripts',
  'src',
  'tests/support',
  'tsconfig.json',
  'vitest.config.ts',
];

/** Builds {@link projectRoot} anew where it is not this project itself. */
export function prepareProject(): void {
  if (projectRoot === ownRoot) return;
  for (const path of [...PROJECT_FILES, 'content']) rmSync(join(projectRoot, path), { recursive: true, force: true });
  for (const path of PROJECT_FILES) cpSync(join(ownRoot, path), join(projectRoot, path), { recursive: true });
  cpSync(join(sampleRoot, 'content'), join(projectRoot, 'content'), { recursive: true });
  // The readme of content/ is about the folder and stays with the township.
  cpSync(join(ownRoot, 'content/README.md'), join(projectRoot, 'content/README.md'));
  if (!existsSync(join(projectRoot, 'node_modules')))
    symlinkSync(join(ownRoot, 'node_modules'), join(projectRoot, 'node_modules'), 'dir');
}

/** Runs one of `scripts/` in a Node of its own, as `npm run` would on the day of the tests. Never rejects for a failing script: its code is the answer. */
export function runScript(
  script: string,
  args: readonly string[] = [],
  { cwd = projectRoot, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<ScriptResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(cwd, 'scripts', script), ...args], {
      cwd,
      // The marks of the test runner would change what Vite builds.
      env: { ...withoutTestMarks(process.env), SITE_DATE, NO_COLOR: '1', ...env },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Builds the site of a project into a folder, and returns what was said; throws that where the build fails. */
export async function buildSite(
  folder: string,
  { base = '/', ...where }: { base?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const { code, output } = await runScript('build.ts', ['--base', base, '--out', folder], where);
  if (code !== 0) throw new Error(`the site at ${base} could not be built:\n${output}`);
  return output;
}

/** The environment of a command as a clerk runs it. */
export function withoutTestMarks(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !name.startsWith('VITEST') && !['NODE_ENV', 'TEST', 'MODE', 'DEV', 'PROD', 'BASE_URL', 'SSR'].includes(name),
    ),
  );
}
