import { strToU8, zipSync } from 'fflate';

/** A PDF of one page with a line of Latin text, an author, a note or another mark on it, and streams such as pictures, as small as the format allows. */
export function makePdf({
  text,
  author,
  title,
  note,
  mark,
  streams = [],
}: {
  text: string;
  author?: string;
  title?: string;
  note?: string;
  mark?: string;
  streams?: { dictionary: string; bytes: Uint8Array }[];
}): Uint8Array {
  const stream = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>${(note ?? mark) === undefined ? '' : ' /Annots [7 0 R]'} >>`,
    `<< /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< ${author === undefined ? '' : `/Author (${author})`} ${title === undefined ? '' : `/Title (${title})`} >>`,
    `<< /Type /Annot /Rect [0 0 10 10] ${mark ?? `/Subtype /Text /Contents (${note ?? ''})`} >>`,
    ...streams.map(
      ({ dictionary, bytes }) =>
        `<< ${dictionary} /Length ${String(bytes.length)} >>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`,
    ),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = body.length;
  body += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n`;
  body += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  body += `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`;
  return strToU8(body, true);
}

/** An archive of XML parts, such as Office writes. */
export const makeZip = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  );

/** A workbook of sheets whose cells hold text, or numbers as Excel writes them. */
export function makeWorkbook(
  sheets: { name: string; rows: (string | { number: string })[][]; state?: string; columns?: string; hiddenRow?: number }[],
): Uint8Array {
  const strings: string[] = [];
  const cell = (value: string | { number: string }): string =>
    typeof value === 'string' ? `<c t="s"><v>${String(strings.push(value) - 1)}</v></c>` : `<c><v>${value.number}</v></c>`;
  const parts: Record<string, string> = {};
  for (const [index, { rows, columns = '', hiddenRow }] of sheets.entries())
    parts[`xl/worksheets/sheet${String(index + 1)}.xml`] = `<worksheet>${columns}<sheetData>${rows
      .map((row, at) => `<row r="${String(at + 1)}"${hiddenRow === at + 1 ? ' hidden="1"' : ''}>${row.map(cell).join('')}</row>`)
      .join('')}</sheetData></worksheet>`;
  parts['xl/workbook.xml'] =
    `<workbook><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${String(index + 1)}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${String(index + 1)}"/>`).join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${String(index + 1)}" Target="worksheets/sheet${String(index + 1)}.xml"/>`).join('')}</Relationships>`;
  parts['xl/sharedStrings.xml'] = `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
  return makeZip(parts);
}
