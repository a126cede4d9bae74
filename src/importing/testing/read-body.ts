import { convert, type Converted } from '../convert.ts';
import type { Remark } from '../document.ts';
import { readDocx } from '../docx/read-docx.ts';
import { openFile } from '../open-file.ts';
import { readTxt } from '../txt/read-txt.ts';
import { makeDocx, type DocxParts } from './make-docx.ts';

export interface ReadBody extends Converted {
  remarks: Remark[];
  /** The remarks, a line each: `dropped 批注：请核对`. */
  said: string[];
}

/** What becomes of a file; without names of pictures they are left out. */
export function readFile(bytes: Uint8Array, names: ReadonlyMap<string, string> = new Map()): ReadBody {
  const opened = openFile(bytes);
  const source = opened.kind === 'docx' ? readDocx(opened.parts) : readTxt(opened.bytes);
  const converted = convert(source, names);
  return {
    ...converted,
    remarks: source.remarks,
    said: source.remarks.map(({ kind, what, text }) => `${kind} ${what}：${text}`),
  };
}

/** What becomes of a Word file with this inside of `w:body`. */
export const readBody = (
  body: string,
  rest: Omit<DocxParts, 'body'> = {},
  names: ReadonlyMap<string, string> = new Map(),
): ReadBody => readFile(makeDocx({ body, ...rest }), names);
