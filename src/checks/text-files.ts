import type { ContentSource } from '../loader/read-content.ts';
import { readText, type SourceText } from '../loader/source.ts';

/** A text of `content/` as its author sees it in an editor. */
export interface TextFile extends SourceText {
  file: string;
  /** The line from which it is running text or cells rather than fields; undefined where all of it is fields. */
  proseLine: number | undefined;
}

/** Attachments and subtitles that are text. */
const LOOSE = /\.(?:csv|txt|vtt|srt)$/i;

/** Every text of `content/` that somebody typed or saved: settings, entries, what lies beside them, attachments. */
export function textFiles({ site, people, terms, exceptions, standards, entries, files }: ContentSource): TextFile[] {
  const settings = [site, people, terms, exceptions].filter((file) => file !== undefined);
  const fields = [...settings, ...standards].map((file) => ({ ...pick(file), proseLine: undefined }));
  const written = entries.map((entry) => ({ ...pick(entry), proseLine: entry.bodyLine }));
  const beside = entries
    .flatMap(({ companions }) => companions)
    .map((file) => ({ ...pick(file), proseLine: file.csv === undefined ? undefined : 1 }));
  const known = new Set([...fields, ...written, ...beside].map(({ file }) => file));
  const loose = files
    .filter(({ path }) => LOOSE.test(path) && !known.has(path))
    .map(({ path, read }) => ({ file: path, ...readText(read()), proseLine: 1 }));
  return [...fields, ...written, ...beside, ...loose];
}

const pick = ({ file, text, encoding }: SourceText & { file: string }): SourceText & { file: string } => ({
  file,
  text,
  encoding,
});
