import { describe, expect, it } from 'vitest';
import { convert } from '../convert.ts';
import { textOf } from '../document.ts';
import { readTxt } from './read-txt.ts';

const TEXT =
  '关于清理渠道的通知\r\n\r\n　　各支部：\r\n　　一、时间\r\n　　3月5日上午。\r\n　　　　　　　　　　　　　　青禾镇党建办\r\n　　　　　　　　　　　　　　2026年3月2日\r\n';
/** 测试 in GBK is not needed beyond one sentence: Node writes no GBK, so the bytes are given. 关于放水的通知\n各支部： */
const GBK = Buffer.from('b9d8d3dab7c5cbaeb5c4cda8d6aa0ab8f7d6a7b2bfa3ba', 'hex');
/** 𠮷 has four bytes in GB 18030: 关于𠮷村的通知 */
const GB18030 = Buffer.from('b9d8d3da9534b235b4e5b5c4cda8d6aa', 'hex');

const utf16 = (text: string, big = false): Buffer => (big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));
const lines = (bytes: Uint8Array): string[] =>
  readTxt(bytes).blocks.map((block) =>
    block.kind === 'paragraph' ? textOf(block.inlines) : block.rows.map((row) => row.map(textOf).join('|')).join(' / '),
  );
const EXPECTED = ['关于清理渠道的通知', '各支部：', '一、时间', '3月5日上午。', '青禾镇党建办', '2026年3月2日'];

describe('plain text', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${TEXT}`)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${TEXT}`, true)],
    ['UTF-16 LE without a mark', utf16(TEXT)],
    ['UTF-16 BE without a mark', utf16(TEXT, true)],
    ['old Macintosh line ends', Buffer.from(TEXT.replaceAll('\r\n', '\r'))],
  ])('is read from %s', (_name, bytes) => {
    expect(lines(bytes)).toEqual(EXPECTED);
  });

  it('is read from GBK and GB 18030', () => {
    expect(lines(GBK)).toEqual(['关于放水的通知', '各支部：']);
    expect(lines(GB18030)).toEqual(['关于𠮷村的通知']);
  });

  it('shows title, headings, signature and date without any form', () => {
    const { title, day, signedBy, mdx } = convert(readTxt(Buffer.from(TEXT)), new Map());
    expect({ title, day, signedBy }).toEqual({ title: '关于清理渠道的通知', day: '2026-03-02', signedBy: '青禾镇党建办' });
    expect(mdx).toBe('各支部：\n\n## 一、时间\n\n3月5日上午。\n\n青禾镇党建办\n\n2026年3月2日\n');
  });

  it('takes lines with the same tabs for a table', () => {
    expect(lines(Buffer.from('村\t户数\n石桥\t120\n禾坪\t98\n合计218户'))).toEqual(['村|户数 / 石桥|120 / 禾坪|98', '合计218户']);
  });

  it('drops what nobody can see and says so', () => {
    const source = readTxt(Buffer.from('石桥\u200b村\u00a0党支部\u00ad'));
    expect(source.remarks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'dropped U+200B、U+00AD',
      'changed 改成了普通空格',
    ]);
  });

  it('is read without the zero bytes that an old program left in it', () => {
    const text = '关于停水的通知\n各户：明天上午九点到十一点停水，请提前备水。\n';
    const source = readTxt(Buffer.concat([Buffer.from(text), Buffer.from([0, 0])]));
    expect(source.blocks.map((block) => (block.kind === 'paragraph' ? textOf(block.inlines) : ''))).toEqual(
      text.trim().split('\n'),
    );
    expect(source.remarks.map(({ what, text: said }) => `${what} ${said}`)).toEqual(['看不见的字符 U+0000']);
  });

  it('refuses what is no text', () => {
    expect(() => readTxt(Buffer.from([0, 1, 2, 3, 0x80, 0xff, 0xfe, 0]))).toThrow('乱码');
  });
});
