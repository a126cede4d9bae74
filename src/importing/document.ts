/** A piece of running text with the marks that survive the way into the site. */
export interface TextPiece {
  kind: 'text';
  text: string;
  bold: boolean;
  italic: boolean;
  struck: boolean;
  /** The address of a link. */
  href?: string;
}

export type Inline =
  | TextPiece
  | { kind: 'break' }
  /** A picture of the document, by its key in {@link SourceDocument.pictures}. */
  | { kind: 'picture'; picture: string; alt: string }
  /** A footnote or endnote, by its key in {@link SourceDocument.notes}. */
  | { kind: 'note'; note: string };

/** How a paragraph stands on paper: what its part in an official document is guessed from. */
export interface Look {
  /** The level of the outline that the author gave it, from 1. */
  outline?: number;
  /** Written in the style called Title. */
  title: boolean;
  /** Written in the style called Quote. */
  quote?: boolean;
  centred: boolean;
  right: boolean;
  /** Every letter is bold. */
  bold: boolean;
  /** Every letter is red: the head of an official document. */
  red: boolean;
  /** The size of most of its letters in points; 0 when unknown. */
  size: number;
  /** The depth of a bulleted item, from 0. */
  bullet?: number;
  /** A paragraph that the program numbers; its number opens the text. */
  numbered?: {
    list: string;
    /** From 0. */
    depth: number;
    /** The number where it is printed as `3.` and so are those above it: what a list of the page can print by itself. */
    plain?: number;
  };
}

export interface Paragraph {
  kind: 'paragraph';
  inlines: Inline[];
  look: Look;
}

/** Rows of cells; merged cells are there as often as they span. */
export interface Table {
  kind: 'table';
  rows: Inline[][][];
}

export type SourceBlock = Paragraph | Table;

/** A picture as it lies in the document, and the part of it that is shown, as shares cut off from its sides. */
export interface PictureSource {
  bytes: Uint8Array;
  name: string;
  /** Where it stands, in the words of the document. */
  place?: string;
  crop?: { left: number; top: number; right: number; bottom: number };
}

/** What did not come over as it was, said to the clerk. */
export interface Remark {
  /** `dropped`: left out on purpose; `changed`: written otherwise; `kept`: kept, but look at it; `lost`: could not be taken over. */
  kind: 'dropped' | 'changed' | 'kept' | 'lost';
  /** What it is, in a few words: 批注, 修订删除的文字. */
  what: string;
  /** The text concerned. */
  text: string;
  /** Where it stands, in the words of the document. */
  place?: string;
}

/** A Word or text file, read: nothing is decided yet about what is title and what is heading. */
export interface SourceDocument {
  blocks: SourceBlock[];
  notes: Map<string, Paragraph[]>;
  pictures: Map<string, PictureSource>;
  remarks: Remark[];
}

/** A look without anything special. */
export const PLAIN_LOOK: Look = { title: false, centred: false, right: false, bold: false, red: false, size: 0 };

/** The characters of some pieces; a line break is a line break, pictures and note marks are nothing. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'break' ? '\n' : '')).join('');
}

/** A piece of text without marks. */
export const plainPiece = (text: string): TextPiece => ({ kind: 'text', text, bold: false, italic: false, struck: false });
