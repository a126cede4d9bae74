import { strToU8, zipSync } from 'fflate';

const NAMESPACES = [
  'w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'v="urn:schemas-microsoft-com:vml"',
  'm="http://schemas.openxmlformats.org/officeDocument/2006/math"',
]
  .map((namespace) => `xmlns:${namespace}`)
  .join(' ');

const ROOT_RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

export interface DocxParts {
  /** The inside of `w:body`. */
  body: string;
  /** Parts beside the main one, by the type of their relationship: `numbering` → the inside of its root element. */
  parts?: Record<string, string>;
  /** Pictures by the id that the body uses. */
  media?: Record<string, Uint8Array>;
  /** Addresses by the id that the body uses. */
  links?: Record<string, string>;
}

const ROOTS: Record<string, string> = {
  numbering: 'w:numbering',
  styles: 'w:styles',
  footnotes: 'w:footnotes',
  comments: 'w:comments',
  endnotes: 'w:endnotes',
  header: 'w:hdr',
};

/** A Word file from raw XML, for what programs write and libraries do not offer. */
export function makeDocx({ body, parts = {}, media = {}, links = {} }: DocxParts): Uint8Array {
  const relationship = (id: string, type: string, target: string, mode = ''): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
  const relationships = [
    ...Object.keys(parts).map((type) => relationship(`p-${type}`, type, `${type}.xml`)),
    ...Object.keys(media).map((id) => relationship(id, 'image', `media/${id}.png`)),
    ...Object.entries(links).map(([id, target]) => relationship(id, 'hyperlink', target, ' TargetMode="External"')),
  ];
  return zipSync({
    '_rels/.rels': strToU8(ROOT_RELATIONSHIPS),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      Object.entries(parts).map(([type, xml]) => [
        `word/${type}.xml`,
        strToU8(`<?xml version="1.0"?><${ROOTS[type] ?? ''} ${NAMESPACES}>${xml}</${ROOTS[type] ?? ''}>`),
      ]),
    ),
    ...Object.fromEntries(Object.entries(media).map(([id, bytes]) => [`word/media/${id}.png`, bytes])),
  });
}

/** `<w:p>` with its properties and runs; `text` is escaped. */
export const p = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
export const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`;
/** A table of cells as `w:tc`, row by row. */
export const table = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
export const CENTRED = '<w:jc w:val="center"/>';
export const BIG = '<w:sz w:val="44"/>';
