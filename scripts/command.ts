import { Misuse } from '../src/authoring/misuse.ts';
import { Refusal } from '../src/documents/refusal.ts';

/** Node's own complaint about a flag is in English and names the flag in quotes. */
function aboutFlags(error: unknown): string | undefined {
  if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) return undefined;
  const [, named = ''] = /'([^' ]*)/.exec(error.message) ?? [];
  return named.startsWith('-') ? `不认识或没写全的选项 ${named}` : `这个命令用不着“${named}”`;
}

/** Options that npm knows itself and that may be set for all commands. */
const NPM_KNOWS = new Set(['yes', 'json']);

/** Without `--` before them npm keeps a command's options to itself, as settings of its own, and the command would run without them. */
function keptByNpm(usage: string): string | undefined {
  const names = [...usage.matchAll(/--([a-z]+)/g)].map(([, name = '']) => name);
  const kept = names.find((name) => !NPM_KNOWS.has(name) && process.env[`npm_config_${name}`] !== undefined);
  return (
    kept &&
    `选项 --${kept} 前面少了一个“--”，npm 把它留下了 → 例如 npm run ${process.env['npm_lifecycle_event'] ?? ''} -- --${kept}`
  );
}

/**
 * Runs a command and ends with the exit code that it gives, if any. Asked for help it only tells the usage. A mistake in the command is told in Chinese with the usage (2), a file that cannot be
 * followed with what to do (1); anything else is a fault of ours and is thrown.
 */
export async function runCommand(usage: string, main: () => unknown): Promise<void> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usage);
    return;
  }
  try {
    const kept = keptByNpm(usage);
    if (kept !== undefined) throw new Misuse(kept);
    const code = await main();
    if (typeof code === 'number') process.exitCode = code;
  } catch (error) {
    if (error instanceof Refusal) {
      console.error(error.message);
      process.exitCode = 1;
      return;
    }
    const said = error instanceof Misuse ? error.message : aboutFlags(error);
    if (said === undefined) throw error;
    console.error(`${said}\n\n${usage}`);
    process.exitCode = 2;
  }
}

/** Where questions can be asked; undefined in a pipe. */
export const terminalOf = () =>
  process.stdin.isTTY && process.stdout.isTTY ? { input: process.stdin, output: process.stdout } : undefined;
