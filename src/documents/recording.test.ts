import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../lib/personal-data.ts';
import { readDocument } from './read.ts';
import { recordingFacts, withoutTags } from './recording.ts';
import { box, id3, id3v1, item, m4a, plainText, SOUND, wideText } from './testing/make-recording.ts';
import { tellingPhoto } from './testing/telling-photo.ts';

const MOBILE = '13812345678';
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
/** 张三 and 春耕 as Chinese programs write them into the old tag. */
const [GBK_NAME, GBK_TITLE] = [Buffer.from('d5c5c8fd', 'hex'), Buffer.from('b4bab8fb', 'hex')];
const comment = (text: string): Buffer => Buffer.concat([Buffer.from([3]), Buffer.from('zho\0'), Buffer.from(text)]);
const picture = Buffer.concat([Buffer.from([0]), Buffer.from('image/jpeg\0'), Buffer.from([3, 0]), JPEG]);

const MP3S: [what: string, file: Buffer, recorded: string[]][] = [
  ['no tags', SOUND, []],
  [
    'title, album and program',
    Buffer.concat([id3(4, { TIT2: plainText('春耕'), TALB: plainText('录音'), TSSE: plainText('Lavf') }), SOUND]),
    [],
  ],
  ['a reader in UTF-16', Buffer.concat([id3(3, { TIT2: wideText('春耕'), TPE1: wideText('张三') }), SOUND]), ['表演者']],
  ['a comment', Buffer.concat([id3(4, { COMM: comment(`电话${MOBILE}`) }), SOUND]), ['备注']],
  ['a picture', Buffer.concat([id3(3, { APIC: picture }), SOUND]), ['图片']],
  ['the tag of version 2.2', Buffer.concat([id3(2, { TT2: plainText('春耕'), TP1: plainText('张三') }), SOUND]), ['表演者']],
  ['data of a program', Buffer.concat([id3(3, { PRIV: Buffer.from('owner\0zhang') }), SOUND]), ['其他说明']],
  ['the old tag behind the sound', Buffer.concat([SOUND, id3v1(GBK_TITLE, GBK_NAME)]), ['表演者']],
  ['the old tag with a title only', Buffer.concat([SOUND, id3v1(GBK_TITLE, Buffer.alloc(0))]), []],
  [
    'two tags before the sound',
    Buffer.concat([id3(3, { TIT2: wideText('春耕') }), id3(4, { TPE1: plainText('张三') }), SOUND]),
    ['表演者'],
  ],
];
const M4AS: [what: string, file: Buffer, recorded: string[]][] = [
  ['title and program', m4a([item('\xa9nam', '春耕'), item('\xa9too', 'Lavf')]), []],
  ['a reader', m4a([item('\xa9ART', '张三')]), ['表演者']],
  ['a comment', m4a([item('\xa9cmt', `电话${MOBILE}`)]), ['备注']],
  ['a picture', m4a([item('covr', JPEG, 13)]), ['图片']],
  ['the place', m4a([], [box('\xa9xyz', Buffer.from('\0\x12\x15\xc7+30.2000+110.0167/'))]), ['录制地点（定位）']],
  [
    'a field of its own',
    m4a([box('----', box('mean', Buffer.from('\0\0\0\0com.x')), box('data', Buffer.alloc(8), Buffer.from('zhang')))]),
    ['其他说明'],
  ],
  [
    'what Apple says of the sound',
    m4a([box('----', box('name', Buffer.from('\0\0\0\0iTunSMPB')), box('data', Buffer.alloc(8)))]),
    [],
  ],
];

describe('recordings', () => {
  it.each([...MP3S, ...M4AS])('with %s', async (_what, file, recorded) => {
    expect((await readDocument(file)).recorded).toEqual(recorded);
    const clean = withoutTags(file);
    expect((await readDocument(clean)).recorded).toEqual([]);
    expect((await readDocument(clean)).problem).toBeUndefined();
  });

  it.each(MP3S)('an MP3 with %s keeps its sound to the byte', (_what, file) => {
    expect(Buffer.from(withoutTags(file))).toEqual(SOUND);
  });

  it.each(M4AS)('an M4A with %s keeps its sound, where it was', (_what, file) => {
    const clean = Buffer.from(withoutTags(file));
    expect(clean.length).toBe(file.length);
    expect(clean.subarray(clean.indexOf('mdat'))).toEqual(file.subarray(file.indexOf('mdat')));
    for (const said of ['张三', MOBILE, '+30.2', 'zhang']) expect(clean.includes(said)).toBe(false);
  });

  it('are searched for numbers, titles included', () => {
    const kinds = (file: Buffer): string[] =>
      recordingFacts(file).texts.flatMap(({ text }) => findPersonalData(text).map(({ kind }) => kind));
    expect(kinds(Buffer.concat([id3(3, { TIT2: wideText(`电话${MOBILE}`) }), SOUND]))).toEqual(['手机号']);
    expect(kinds(m4a([item('\xa9nam', `电话${MOBILE}`)]))).toEqual(['手机号']);
    expect(kinds(Buffer.concat([id3(4, { COMM: comment(MOBILE) }), SOUND]))).toEqual(['手机号']);
  });

  it('give up what their pictures tell', async () => {
    const photo = await tellingPhoto();
    const cover = Buffer.concat([Buffer.from([0]), Buffer.from('image/jpeg\0'), Buffer.from([3, 0]), photo]);
    for (const file of [Buffer.concat([id3(3, { APIC: cover }), SOUND]), m4a([item('covr', photo, 13)])])
      expect(recordingFacts(file).pictures).toEqual([{ place: '封面', tells: ['拍摄地点（定位）', '作者'] }]);
  });

  it('are read to the end whatever is broken in them', () => {
    const whole = fc.constantFrom(...[...MP3S, ...M4AS].map(([, file]) => file));
    fc.assert(
      fc.property(whole, fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }), fc.nat(400), (file, changes, cut) => {
        const broken = Buffer.from(file.subarray(0, Math.max(8, file.length - cut)));
        for (const [at, value] of changes) if (at < broken.length) broken[at] = value;
        recordingFacts(broken);
        expect(withoutTags(broken).length).toBeLessThanOrEqual(broken.length);
      }),
      { numRuns: 2000 },
    );
  });
});
