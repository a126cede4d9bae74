import { Misuse } from '../src/authoring/misuse.ts';
import { Refusal } from '../src/documents/refusal.ts';

/** Node's own complaint about a flag is in English and names the flag in quotes. */
function aboutFlags(error: unknown): string | undefined {
  if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) return undefined;
  const [, named = ''] = /'([^' ]*)/.exec(error.message) ?? [];
  return named.startsWith('-') ? `不认识或没写全的选项 ${named}` : `这个命令用不着“${named}”`;
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
