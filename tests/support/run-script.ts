import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface ScriptResult {
  code: number;
  output: string;
}

export const projectRoot = join(import.meta.dirname, '../..');

/** Runs one of `scripts/` in a Node of its own, as `npm run` would. Never rejects for a failing script: its code is the answer. */
export function runScript(
  script: string,
  args: readonly string[] = [],
  { cwd = projectRoot, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<ScriptResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(cwd, 'scripts', script), ...args], {
      cwd,
      // The marks of the test runner would change what Vite builds.
      env: { ...withoutTestMarks(process.env), NO_COLOR: '1', ...env },
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

function withoutTestMarks(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !name.startsWith('VITEST') && !['NODE_ENV', 'TEST', 'MODE', 'DEV', 'PROD', 'BASE_URL', 'SSR'].includes(name),
    ),
  );
}
