/** What a template leaves for its author: `【请填写：标题】`, or `【选填：图片说明】` where the whole item may be dropped. */
const BLANK = /【(请填写|选填)：([^】]*)】/g;

/** A place to be filled in, with what is wanted there. */
export const blank = (what: string, optional = false): string => `【${optional ? '选填' : '请填写'}：${what}】`;

export interface Blank {
  /** From 0, in the text. */
  index: number;
  what: string;
  optional: boolean;
}

/** The blanks of a text that nobody has filled in yet. */
export const blanksIn = (text: string): Blank[] =>
  [...text.matchAll(BLANK)].map(({ index, 1: mark, 2: what = '' }) => ({ index, what, optional: mark === '选填' }));
