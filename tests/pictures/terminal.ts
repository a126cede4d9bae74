import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutTestMarks } from '../support/run-script.ts';
import { screenOf, type Run } from './screen.ts';

/** Columns of the pictured terminal: what a phone still shows in letters that can be read. */
export const COLUMNS = 74;
/** What stands for the folder in which the commands run. */
export const FOLDER = 'D:\\青禾镇';

/** How a prompt begins that waits for an answer; an answered one has an empty diamond. */
const OPEN_PROMPT = '◆\u001b[39m  ';

/** A command as the clerk types it after `npm run`, and what is answered at its prompts: at the one that begins so, these keys. */
export interface Command {
  name: string;
  args?: readonly string[];
  answers?: readonly (readonly [prompt: string, keys: string])[];
}

const root = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** The screen after a command ran in a folder: the line that was typed and the true answer. */
export async function screenAfter({ name, args = [], answers = [] }: Command, folder: string, today: string): Promise<Run[][]> {
  const script = /scripts\/[\w-]+\.ts/.exec(scripts[name] ?? '')?.[0];
  if (script === undefined) throw new Error(`no such command: npm run ${name}`);
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'as-terminal.mjs'), join(root, script), ...args], {
    cwd: folder,
    // A question that nobody answers would wait for ever.
    timeout: 60_000,
    env: {
      ...withoutTestMarks(process.env),
      NO_COLOR: '',
      FORCE_COLOR: '1',
      PICTURE_COLUMNS: String(COLUMNS),
      SITE_DATE: today,
    },
  });
  let output = '';
  let read = 0;
  const waiting = [...answers];
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    const [next] = waiting;
    const found = next === undefined ? -1 : output.indexOf(`${OPEN_PROMPT}${next[0]}`, read);
    if (next === undefined || found < 0) return;
    waiting.shift();
    read = output.length;
    child.stdin.write(next[1]);
    if (waiting.length === 0) child.stdin.end();
  };
  if (waiting.length === 0) child.stdin.end();
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const signal = await new Promise((done) =>
    child.once('close', (_, ended) => {
      done(ended);
    }),
  );
  if (waiting.length > 0) throw new Error(`npm run ${name} never asked “${waiting[0]?.[0] ?? ''}”:\n${output}`);
  if (signal !== null) throw new Error(`npm run ${name} did not end; did it ask for something new?\n${output}`);
  const typed = ['npm run', name, ...(args.length > 0 ? ['--'] : []), ...args].join(' ');
  const screen = screenOf(
    `\u001b[2m${FOLDER}>\u001b[22m \u001b[1m${typed}\u001b[22m\n${output.replaceAll(folder, FOLDER)}`,
    COLUMNS,
  );
  while (screen.at(-1)?.every(({ text }) => text.trim() === '') === true) screen.pop();
  return screen;
}
