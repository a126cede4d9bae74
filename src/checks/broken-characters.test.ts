import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../loader/source.ts';
import { brokenCharacters } from './content/broken-characters.ts';
import { applyEdits } from './fixes.ts';
import { contextOf } from './context.ts';
import { readContent } from '../loader/read-content.ts';
import type { Finding } from './rule.ts';

/** What the rule says of a news entry with this body. */
function findingsIn(body: string): Finding[] {
  const text = `---\ntitle: 春耕\n---\n${body}`;
  const file = {
    path: 'content/news/2026/0305-chun-geng/index.mdx',
    bytes: Buffer.byteLength(text),
    read: () => Buffer.from(text),
  };
  const source = readContent('/', [file]);
  return brokenCharacters
    .check(contextOf(source, '2026-03-31'))
    .map((finding) => ({ rule: 'F12', severity: 'error', ...finding }));
}

describe('characters that nobody can read', () => {
  it('are taken out where nothing is lost with them', () => {
    const body = '石\u200b桥\u000b村\n\n春\u202e耕\u202c';
    const text = `---\ntitle: 春耕\n---\n${body}`;
    expect(applyEdits(text, findingsIn(body)).text).toBe('---\ntitle: 春耕\n---\n石桥村\n\n春耕');
  });

  it('never bring a whole number into the report', () => {
    const [finding] = findingsIn('电话138\u200b12345678');
    expect(finding?.value).toMatch(/^电话138.*\*/);
    expect(finding?.value?.replace(/\D/g, '').length).toBeLessThan(8);
  });

  it.each(['𠮷䶮㛃', '👨‍👩‍👧☑️🇨🇳', '葛\u{e0100}', '½℃㎡①〔〕', 'a\tb'])('are not those of a living script: %s', (text) => {
    expect(findingsIn(text)).toEqual([]);
  });
});

describe('the encoding of a file', () => {
  const utf8 = Buffer.from('石桥村的春耕备耕从清明前开始，农机手把插秧机拖到桥头。\n');
  const gbk = Buffer.from('caafc7c5b4e5b5c4b4bab8fbb1b8b8fb0a', 'hex');

  it.each<[Encoding: string, bytes: Buffer]>([
    ['utf-8', utf8],
    ['gb18030', gbk],
    ['gb18030', Buffer.concat([Buffer.from('on: 2026-03-05\nsource: '), gbk])],
    ['damaged', Buffer.concat([utf8, gbk])],
    ['damaged', utf8.subarray(0, utf8.length - 2)],
    ['binary', readFileSync(process.execPath).subarray(0, 5000)],
  ])('is %s', (encoding, bytes) => {
    expect(readText(bytes).encoding).toBe(encoding);
  });

  it('keeps what is whole of a damaged file, with its lines', () => {
    expect(readText(Buffer.concat([utf8, gbk])).text.split('\n')[0]).toBe(utf8.toString().trim());
  });
});
