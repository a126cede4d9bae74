import { PassThrough } from 'node:stream';
import type { Terminal } from '../ask.ts';

export const ENTER = '\r';
export const DOWN = '\u001b[B';
export const CANCEL = '\u0003';

export interface Typing extends Terminal {
  /** All that the terminal has printed. */
  shown: () => string;
}

/** A terminal at which somebody presses these keys, one group a prompt. */
export function typing(groups: readonly string[], columns = 80): Typing {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns, rows: 24 });
  let shown = '';
  let next = 0;
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    // A prompt hides the cursor when it is ready.
    if (chunk.includes('\u001b[?25l') && next < groups.length) {
      const keys = groups[next];
      next += 1;
      setTimeout(() => input.write(keys), 20);
    }
  });
  return { input, output, shown: () => shown };
}
