import { emptyFacts, type DocumentFacts } from './facts.ts';
import { mp3Tags, soundOf, type Tag } from './id3.ts';
import { mp4Tags, withoutMp4Tags } from './mp4-tags.ts';
import { personalMetadata } from './photo.ts';

/** Recordings whose tags are read; films are of the same make. */
export const RECORDING = /\.(?:mp3|m4a|mp4)$/i;

/** What every player writes or needs, and what names no person: title, album, date, length, program. */
const PLAIN = new Set([
  ...['TIT2', 'TT2', 'TALB', 'TAL', 'TRCK', 'TRK', 'TPOS', 'TYER', 'TYE', 'TDAT', 'TIME', 'TDRC', 'TDRL', 'TDEN', 'TDTG'],
  ...['TLEN', 'TLE', 'TLAN', 'TLA', 'TCON', 'TCO', 'TSSE', 'TSS', 'TFLT', 'TBPM', 'TKEY'],
  ...['©nam', '©alb', '©day', '©too', '©gen', 'gnre', 'trkn', 'disk', 'tmpo', 'pgap', 'cpil', 'stik', 'titl'],
]);
/** Fields of their own that Apple's programs write about the sound. */
const OF_THE_SOUND = /iTunSMPB|iTunNORM|Encoding Params/;

const TITLES: Record<string, string> = {
  ...Object.fromEntries(
    ['TPE1', 'TP1', 'TPE2', 'TP2', 'TPE3', 'TPE4', '©ART', 'aART', 'auth', '©aut'].map((name) => [name, '表演者']),
  ),
  ...Object.fromEntries(['TCOM', 'TCM', '©wrt', 'TEXT', 'TXT', 'TOLY', 'TOPE'].map((name) => [name, '作者'])),
  ...Object.fromEntries(['TENC', 'TEN', '©enc', 'TOWN', 'OWNE', 'ownr', '©mak', '©mod'].map((name) => [name, '录制者或设备'])),
  ...Object.fromEntries(['COMM', 'COM', '©cmt', 'desc', 'ldes', 'TXXX', 'TXX', 'APE'].map((name) => [name, '备注'])),
  ...Object.fromEntries(['USLT', 'ULT', 'SYLT', '©lyr'].map((name) => [name, '歌词或文稿'])),
  ...Object.fromEntries(['©xyz', 'loci', '©loc'].map((name) => [name, '录制地点（定位）'])),
};

const isPlain = ({ name, text = '' }: Tag): boolean => PLAIN.has(name) || OF_THE_SOUND.test(text);

function tagsOf(bytes: Uint8Array): Tag[] {
  return Buffer.from(bytes.subarray(4, 8)).toString('latin1') === 'ftyp' ? mp4Tags(bytes) : mp3Tags(bytes);
}

/** True for the first bytes of an MP3 or MP4 file. */
export function isRecording(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return head.startsWith('ID3') || head.slice(4) === 'ftyp' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);
}

/** What a recording says beside its sound. */
export function recordingFacts(bytes: Uint8Array): DocumentFacts {
  const tags = tagsOf(bytes);
  const kept = tags.filter((tag) => !isPlain(tag) && (tag.picture !== undefined || (tag.text ?? '') !== ''));
  return {
    ...emptyFacts(),
    texts: tags.flatMap(({ name, text }) => (text === undefined ? [] : [{ place: `录音的“${TITLES[name] ?? '说明'}”`, text }])),
    pictures: tags.flatMap(({ picture }) => {
      const tells = picture === undefined ? [] : personalMetadata(picture);
      return tells.length === 0 ? [] : [{ place: '封面', tells }];
    }),
    recorded: [...new Set(kept.map(({ name, picture }) => (picture === undefined ? (TITLES[name] ?? '其他说明') : '图片')))],
  };
}

/** The same sound without any tags. */
export function withoutTags(bytes: Uint8Array): Uint8Array {
  if (Buffer.from(bytes.subarray(4, 8)).toString('latin1') === 'ftyp') return withoutMp4Tags(bytes);
  const { from, until } = soundOf(bytes);
  return bytes.subarray(from, until);
}
