import { withGroups } from './text.ts';

export interface Marked {
  text: string;
  hit: boolean;
}

const BEFORE = 24;
const LENGTH = 84;

/** Where the pieces stand in a text, in order, without overlap. Case does not matter, nor whether thousands are parted. */
export function hitsOf(text: string, pieces: readonly string[]): { from: number; to: number }[] {
  const lower = text.toLowerCase();
  const found: { from: number; to: number }[] = [];
  for (const piece of new Set(pieces.concat(pieces.map(withGroups))))
    for (let at = lower.indexOf(piece); at >= 0; at = lower.indexOf(piece, at + piece.length))
      found.push({ from: at, to: at + piece.length });
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter(({ from }, index) => found.slice(0, index).every(({ to }) => to <= from));
}

/** A text cut into what was searched for and what was not. */
export function marked(text: string, pieces: readonly string[]): Marked[] {
  const parts: Marked[] = [];
  let end = 0;
  for (const { from, to } of hitsOf(text, pieces)) {
    if (from > end) parts.push({ text: text.slice(end, from), hit: false });
    parts.push({ text: text.slice(from, to), hit: true });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false });
  return parts;
}

/** The sentence around the first hit, with whole hits marked; the beginning of the text where nothing is hit. */
export function excerptOf(text: string, pieces: readonly string[]): Marked[] {
  const first = hitsOf(text, pieces)[0]?.from ?? 0;
  const from = first <= BEFORE ? 0 : first - BEFORE;
  const cut = text.slice(from, from + LENGTH);
  const parts = marked(`${from > 0 ? '…' : ''}${cut}${from + LENGTH < text.length ? '…' : ''}`, pieces);
  return parts;
}
