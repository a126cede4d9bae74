import type { AuthorComponent } from './author-components.ts';

/**
 * The body of an entry, rendered once when the file is read: pieces of HTML with the calls of author components and the pictures
 * between them. A piece may open an element that a later piece closes, so the pieces are only ever printed in order.
 */
export type Block = string | ComponentBlock | ImageBlock;

export interface ComponentBlock {
  component: AuthorComponent;
  attributes: Record<string, string>;
  children: Block[];
}

export interface ImageBlock {
  /** The path beside the entry, a key of the body's `images`. */
  image: string;
  alt: string;
  caption: string;
}

export interface Heading {
  depth: number;
  id: string;
  text: string;
}
