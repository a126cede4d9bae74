import type { Remark } from './document.ts';

/** Characters nobody sees and nobody typed: they break search, addresses and comparison. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff\ufffc]/g;
const BLANK = /[\u00a0\u2002-\u200a\u202f\u205f]/g;
/** What XML and Markdown have no place for. */
// eslint-disable-next-line no-control-regex -- these are the characters that are meant
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/**
 * The text without what nobody can see, and with ordinary blanks for those that do not break; each kind is remarked, without
 * how often, so that a summary can say the same thing of many places once.
 */
export function withoutInvisible(text: string, remarks: Remark[]): string {
  const dropped = [...text.matchAll(INVISIBLE), ...text.matchAll(CONTROL)].map(([found]) => found);
  if (dropped.length > 0) {
    const codes = [...new Set(dropped)].map(
      (found) => `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
    remarks.push({ kind: 'dropped', what: '看不见的字符', text: codes.join('、') });
  }
  const plain = text.replace(BLANK, ' ');
  if (plain !== text) remarks.push({ kind: 'changed', what: '特殊空格', text: '改成了普通空格' });
  return plain.replace(INVISIBLE, '').replace(CONTROL, '');
}
