import { formatNumber } from './number-formats.ts';
import { child, childrenOf, switchOf, valueOf, type XmlNode } from '../../documents/xml.ts';

/** A field is its code, then its result, which is what stands on paper. */
export interface Field {
  code: string;
  result: boolean;
  /** The text of the result so far. */
  text: string;
}

/** Fields that show another day whenever the file is opened. */
export const CLOCK = /^\s*(?:DATE|TIME|SAVEDATE|PRINTDATE)\b/i;
export const CLOCK_REMARK = '会自动变的日期（按上次保存时的样子写，请核对）';

/** Where the result of a link field leads. */
export const linkOf = ({ code, result }: Field): string | undefined =>
  result ? /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1] : undefined;

/**
 * What an EQ field draws: it has no result. `\o\ac(○,3)` is the ③ of Word's “带圈字符”, `\o\ad(\s\up 9(qú),渠)` a letter with its
 * sound, `\f(1,2)` a fraction. Undefined for another field; empty for a drawing that is not known.
 */
export function drawnText(code: string): string | undefined {
  const drawing = /^\s*EQ\b(.*)$/is.exec(code)?.[1];
  if (drawing === undefined) return undefined;
  const [, ring = ''] = /\\o\s*\\ac\s*\([^,，]*[,，]\s*([^()]+?)\s*\)/i.exec(drawing) ?? [];
  if (ring !== '') return /^(?:[1-9]|1\d|20)$/.test(ring) ? formatNumber(Number(ring), 'decimalEnclosedCircle') : ring;
  const [, letter = ''] = /\\o\s*\\ad\s*\(\s*\\s\s*\\up\s*\d+\s*\([^()]*\)\s*[,，]\s*([^()]+?)\s*\)/i.exec(drawing) ?? [];
  if (letter !== '') return letter;
  const [, above = '', below = ''] = /\\f\s*\(\s*([^(),]+?)\s*,\s*([^(),]+?)\s*\)/i.exec(drawing) ?? [];
  return above === '' ? '' : `${above}/${below}`;
}

/** What a form field of the old kind shows without any text: a box, ticked or not, or the chosen line of a list. */
export function formValue(data: XmlNode | undefined): string {
  const box = child(data, 'w:checkBox');
  if (box !== undefined) return (switchOf(box, 'w:checked') ?? switchOf(box, 'w:default')) === true ? '☑' : '□';
  const list = child(data, 'w:ddList');
  return (
    childrenOf(list, 'w:listEntry')[Number(valueOf(list, 'w:result') ?? valueOf(list, 'w:default') ?? 0)]?.attributes['w:val'] ??
    ''
  );
}
