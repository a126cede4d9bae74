import { pinyin } from 'pinyin-pro';

export interface SlugOptions {
  /** Syllables, and runs of Latin letters or digits, that are kept. */
  words?: number;
  /** Names that say nothing at this place and are passed over, such as the township's. */
  without?: readonly string[];
}

/**
 * A short name for a folder or file from Chinese text: `石桥村春耕备耕` → `shi-qiao-cun-chun`. Lower-case letters, digits and single
 * hyphens only; empty when the text has neither Han characters, letters nor digits. `吕` is written `lv`, as in a pinyin input method.
 */
export function pinyinSlug(text: string, { words = 4, without = [] }: SlugOptions = {}): string {
  const folded = text.normalize('NFKC');
  const bare = without.filter((name) => name !== '').reduce((rest, name) => rest.replaceAll(name, ' '), folded);
  // A title that is nothing but such names keeps them.
  const syllables = pinyin(/[\p{Script=Han}\p{L}\p{N}]/u.test(bare) ? bare : folded, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  return syllables
    .flatMap((part) => part.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .slice(0, words)
    .join('-');
}
