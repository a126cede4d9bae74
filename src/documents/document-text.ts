import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { joinLines } from './join-lines.ts';

/** What of a document can be shown on a page; neither where it is a format that only its own program opens. */
export interface DocumentText {
  /** Rows of a table, the first of which are its headings. */
  rows?: string[][];
  paragraphs?: string[];
}

/** Radicals that stand for a whole character and that Unicode does not fold itself, or to the traditional one. */
const RADICALS = '⼾户⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙';
const characters = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, i) => [RADICALS[2 * i] ?? '', RADICALS[2 * i + 1] ?? '']),
);

/** PDF writers put radicals (⼗, ⻓) in place of the characters they look like; nobody could search for those. */
const withoutRadicals = (text: string): string =>
  text.replace(/[\u2E80-\u2FDF]/g, (radical) => characters.get(radical) ?? radical.normalize('NFKC'));

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n\s*\r?\n|\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The text of an attachment by its ending: csv as a table, txt, pdf and docx as paragraphs. Throws where the file is broken. */
export async function documentText(bytes: Uint8Array, extension: string): Promise<DocumentText> {
  switch (extension) {
    case 'csv':
      return { rows: parse(Buffer.from(bytes), { bom: true, relax_column_count: true, skip_empty_lines: true }) };
    case 'txt':
      return { paragraphs: paragraphsOf(new TextDecoder().decode(bytes)) };
    case 'docx':
      return { paragraphs: paragraphsOf((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value) };
    case 'pdf': {
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
      return { paragraphs: joinLines(text.map(withoutRadicals).flatMap(paragraphsOf)) };
    }
    default:
      return {};
  }
}
