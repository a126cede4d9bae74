import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A Chromium that starts here, and how. */
export interface Chromium {
  executablePath: string;
  args: string[];
  /** Set on top of the environment of the tests. */
  env: Record<string, string>;
  from: 'env' | 'system' | 'npm' | 'apt';
}

/** One way to come by a Chromium: the browser, or the reason why there is none. It is told why the sources before it had none. */
export type ChromiumSource = (reasons: readonly string[]) => Promise<Chromium | string>;

/** Flags for every browser: no sandbox (tests may run as root), no GPU, and no traffic of the browser's own. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the program once: a file under a browser's name may be a stub, or lack its libraries. */
export async function tryChromium(
  executablePath: string,
  from: Chromium['from'],
  env: Record<string, string> = {},
): Promise<Chromium | string> {
  try {
    // On Windows `--version` opens a window instead of answering.
    if (process.platform !== 'win32') {
      await promisify(execFile)(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 30_000 });
    }
    return { executablePath, args, env, from };
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error);
  }
}
