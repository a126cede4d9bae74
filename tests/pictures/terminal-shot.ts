import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { draw } from './draw.ts';
import type { Shot, TerminalPicture } from './picture.ts';
import type { Run } from './screen.ts';
import { COLUMNS, screenAfter } from './terminal.ts';
import { editorWindow, terminalWindow } from './window.ts';

/** The day on which the small township of the gate's tests is in order. */
const TODAY = '2026-03-31';
const township = join(import.meta.dirname, '../../src/checks/fixtures/_base/content');

/** The lines from one text to another; throws where a text is not there any more. */
function between<T>(lines: readonly T[], textOf: (line: T) => string, { file, from, until }: TerminalPicture): T[] {
  const find = (text: string): number => {
    const at = lines.findIndex((line) => textOf(line).includes(text));
    if (at < 0) throw new Error(`docs/${file}.webp: no line says “${text}” any more`);
    return at;
  };
  return lines.slice(from === undefined ? 0 : find(from), until === undefined ? lines.length : find(until) + 1);
}

/** Runs the commands of a picture in a folder of their own. */
export async function terminalShot(picture: TerminalPicture): Promise<Shot> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbang-picture-'));
  try {
    cpSync(township, join(folder, 'content'), { recursive: true });
    await picture.prepare?.(folder);
    const screens: Run[][][] = [];
    for (const command of picture.commands) screens.push(await screenAfter(command, folder, TODAY));
    const textOf = (line: readonly Run[]): string => line.map(({ text }) => text).join('');
    if (picture.opens !== undefined) {
      const text = readFileSync(join(folder, picture.opens), 'utf8');
      const lines = between(text.split('\n'), (line) => line, picture);
      return shot(picture, lines, editorWindow(basename(picture.opens), lines));
    }
    const lines = between(screens.flat(), textOf, picture);
    return shot(picture, lines.map(textOf), terminalWindow(lines, COLUMNS));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function shot({ file, marks = [] }: TerminalPicture, seen: string[], html: string): Shot {
  for (const mark of marks)
    if (!seen.some((line) => line.includes(mark))) throw new Error(`docs/${file}.webp: no line to mark says “${mark}”`);
  return {
    seen,
    draw: async (page) => {
      await page.setViewportSize({ width: 900, height: 600 });
      await page.setContent(html);
      return draw(page, { show: ['body'], marks: marks.map((mark) => `.line:has-text(${JSON.stringify(mark)})`) });
    },
  };
}
