import { readText } from '../../loader/source.ts';
import { Refusal } from '../../documents/refusal.ts';

/** What Chinese prose is made of; a text decoded the wrong way consists of rare characters instead. */
const USUAL = /[\u4e00-\u9fa5\u3000-\u303f\uff01-\uff5e“”‘’…—·\x20-\x7e\n\t]/g;
/** The level-1 characters of GB 2312 come first there: prose has nearly none beyond the everyday ones. */
const EVERYDAY = /[的一是了在和有不为人年月日中大上个国村党政工作会镇民生产发展部支书记、，。：；\n\d]/g;

/** How much a decoded text looks like Chinese prose, 0 to 2. */
function likeness(text: string): number {
  const usual = text.match(USUAL)?.length ?? 0;
  const everyday = text.match(EVERYDAY)?.length ?? 0;
  return text === '' ? 0 : usual / text.length + everyday / text.length;
}

/** Reads a text file whatever Chinese Windows wrote it with: UTF-8, GBK or GB 18030, UTF-16 with or without a mark; line ends as `\n`. */
export function decodeText(bytes: Uint8Array): string {
  const { text, encoding } = readText(bytes);
  if (encoding === 'utf-8' || startsWithMark(bytes)) return text;
  const padded = withStrayZeros(bytes);
  if (padded !== undefined) return padded;
  const wide = bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'].map((label) => new TextDecoder(label).decode(bytes)) : [];
  const [best = ''] = [text, ...wide.map((decoded) => decoded.replace(/\r\n?/g, '\n'))].sort((a, b) => likeness(b) - likeness(a));
  // eslint-disable-next-line no-control-regex -- control characters show that this is no text
  if (best.trim() === '' || /[\0-\x08\x0e-\x1f\ufffd]/.test(best))
    throw new Refusal(
      '这个文件不是文本，读出来是乱码 → 用记事本打开看一看：能看到文字就“另存为”，编码选 UTF-8；看不到就找它的 Word 原稿',
    );
  return best;
}

/** UTF-8 into which a program has put a few zero bytes; they are taken out with what else nobody can see. */
function withStrayZeros(bytes: Uint8Array): string | undefined {
  if (bytes.filter((byte) => byte === 0).length * 20 > bytes.length) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

const startsWithMark = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
