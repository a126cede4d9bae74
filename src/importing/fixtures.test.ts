import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { convert } from './convert.ts';
import type { SourceDocument } from './document.ts';
import { documentLines, readDocx } from './docx/read-docx.ts';
import { openFile } from './open-file.ts';
import { readTxt } from './txt/read-txt.ts';
import { makeDocx, p, r } from './testing/make-docx.ts';

const folder = join(import.meta.dirname, '../../tests/fixtures/import');

function read(bytes: Uint8Array): SourceDocument {
  const opened = openFile(bytes);
  return opened.kind === 'docx' ? readDocx(opened.parts) : readTxt(opened.bytes);
}

/** Files that pandoc and LibreOffice wrote, from the same text; beside each what it becomes. */
describe('documents of other programs', () => {
  it.each(readdirSync(folder).filter((name) => /\.(docx|txt)$/.test(name)))('%s', async (name) => {
    const source = read(readFileSync(join(folder, name)));
    const { mdx, title, number, day, signedBy } = convert(source, new Map());
    const said = source.remarks.map(({ kind, what, text }) => `${kind} ${what}：${text}`);
    const expected = join(folder, name.replace(/\.\w+$/, '.mdx'));
    const found = `${JSON.stringify({ title, number, day, signedBy, said }, null, 2)}\n\n${mdx}`;
    await expect(found).toMatchFileSnapshot(expected);
  });
});

describe('the text of a document', () => {
  const words = fc
    .array(fc.constantFrom(...Array.from('石桥村修渠三里，。（）〔2026〕8号%&<>"\'{}*_#-~|\\ abc')), {
      minLength: 1,
      maxLength: 12,
    })
    .map((letters) => letters.join(''));
  const style = fc.constantFrom(
    '',
    '<w:b/>',
    '<w:i/>',
    '<w:color w:val="FF0000"/>',
    '<w:b/><w:sz w:val="44"/>',
    '<w:rFonts w:hint="eastAsia"/>',
  );
  const run = fc.tuple(words, style).map(([text, properties]) => r(text, properties));
  const around = fc.constantFrom(
    (inner: string) => inner,
    (inner: string) => `<w:smartTag w:element="a">${inner}</w:smartTag>`,
    (inner: string) => `<w:ins w:id="1">${inner}</w:ins>`,
    (inner: string) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
    (inner: string) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`,
    (inner: string) => `<w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>${inner}`,
  );
  const paragraph = fc
    .array(
      fc.tuple(run, around).map(([inner, wrap]) => wrap(inner)),
      { minLength: 1, maxLength: 4 },
    )
    .map((runs) => p(runs.join('')));
  const table = fc
    .array(fc.tuple(words, words), { minLength: 1, maxLength: 3 })
    .map(
      (rows) =>
        `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${p(r(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
    );
  const body = fc
    .array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: table }), { maxLength: 5 })
    .map((blocks) => blocks.join(''));
  const letters = (text: string): string => text.replace(/\s/g, '');

  it('is what another reader of Word finds in it', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(body, async (xml) => {
        const bytes = makeDocx({ body: xml });
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
        expect(letters(documentLines(read(bytes)).join(''))).toBe(letters(value));
      }),
      { numRuns: 300 },
    );
  });
});
