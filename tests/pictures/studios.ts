import type { Browser } from 'playwright-core';
import type { Shot } from './picture.ts';
import { terminalPictures } from './terminal-pictures.ts';
import { terminalShot } from './terminal-shot.ts';

/** A studio that is set up: takes its pictures by their file, one after the other. */
export interface OpenStudio {
  shot: (file: string) => Promise<Shot>;
  close: () => Promise<void>;
}

/** A place where pictures are taken. */
export interface Studio {
  files: readonly string[];
  open: (browser: Browser) => Promise<OpenStudio>;
}

/** The picture of a file; a studio is only asked for its own. */
export function pictureOf<T extends { file: string }>(pictures: readonly T[], file: string): T {
  const picture = pictures.find((candidate) => candidate.file === file);
  if (picture === undefined) throw new Error(`no picture is called ${file}`);
  return picture;
}

const terminal: Studio = {
  files: terminalPictures.map(({ file }) => file),
  open: () =>
    Promise.resolve({
      shot: (file) => terminalShot(pictureOf(terminalPictures, file)),
      close: () => Promise.resolve(),
    }),
};

export const studios: readonly Studio[] = [terminal];
