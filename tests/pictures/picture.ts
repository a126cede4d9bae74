import type { Page } from 'playwright-core';
import type { Command } from './terminal.ts';

/** A picture of the documentation: what is shot, and where it is shown. The words that describe it stand in the pages, as alternative texts. */
interface Shown {
  /** The file under docs/, without `.webp`. */
  file: string;
  /** Red rings, numbered in this order. */
  marks?: readonly string[];
}

/** The screen after a command ran on a small township of its own, or a file that it left. */
export interface TerminalPicture extends Shown {
  commands: readonly Command[];
  /** Puts into the folder what the command needs. */
  prepare?: (folder: string) => void | Promise<void>;
  /** Shows this file in an editor instead of the screen. */
  opens?: string;
  /** From the line with this text, until the line with that. */
  from?: string;
  until?: string;
}

/** Part of a page in a browser. */
export interface PagePicture extends Shown {
  path: string;
  /** Of the window: 390 is a phone. */
  width: number;
  height?: number;
  /** Selectors: what is seen of the page, from the first to the last. */
  show: readonly string[];
  /** What is pictured, where that is more than what is read of it. */
  frame?: string;
  /** White around it, in pixels. */
  margin?: number;
  /** Brings the page to where the picture is taken. */
  before?: (page: Page) => Promise<void>;
}

/** A picture ready to be taken: the lines of text to be seen in it, and the way to draw it. */
export interface Shot {
  seen: string[];
  draw: (page: Page) => Promise<Buffer>;
}
