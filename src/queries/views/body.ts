import type { ImageMetadata } from 'astro';
import type { Block, Heading } from '../../schemas/blocks.ts';

/** What stands in the body of an entry. */

export interface PictureView {
  image: ImageMetadata;
  alt: string;
  caption: string | undefined;
  credit: string | undefined;
}

/** A figure as text, with the page that shows where it comes from. */
export interface FigureView {
  id: string;
  label: string;
  /** `1 126 人次`, `75 %（9/12）`. */
  text: string;
  /** The same in pieces for large type: `75`, `%`, `9/12`. */
  parts: { value: string; unit: string; share: string | undefined };
  /** One of the few that open the home page. */
  headline: boolean;
  definition: string;
  asOf: string;
  /** The value of the year before, and what changed in the definition. */
  previous: { text: string; change: string; note: string | undefined } | undefined;
  /** Who answers for it. */
  owner: string;
  /** The measure it is compared with, or the document it was taken from. */
  source: string;
  href: string;
}

export interface BodyView {
  blocks: Block[];
  headings: Heading[];
  images: Record<string, ImageMetadata>;
  /** `<report>/<id>` → the figures that the body calls. */
  figures: Record<string, FigureView>;
}

/** A recording of the text. */
export interface AudioView {
  src: string;
  /** `3分20秒，镇广播站朗读`. */
  text: string;
}

/** What happened to a page after it was published. */
export interface PageHistoryView {
  /** What its authors say was changed. */
  changes: { on: string; what: string }[];
  /** Days on which its files were changed, from git, newest first. */
  edited: string[];
  /** The page with the corrections of the whole site. */
  all: string;
}
