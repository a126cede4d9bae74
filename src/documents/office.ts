import { strFromU8, unzipSync } from 'fflate';
import { emptyFacts, type DocumentFacts } from './facts.ts';
import { attribute, element, unescapeXml, xmlText } from './xml.ts';

type Parts = Record<string, Uint8Array>;

const textOf = (parts: Parts, name: string): string => (parts[name] === undefined ? '' : strFromU8(parts[name]));
const namesOf = (parts: Parts, pattern: RegExp): string[] =>
  Object.keys(parts)
    .filter((name) => pattern.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const count = (xml: string, pattern: RegExp): number => (xml.match(pattern) ?? []).length;
const said = (number: number, words: string): string[] => (number === 0 ? [] : [`${String(number)}${words}`]);

/** `docProps/core.xml` and `app.xml`: who wrote it, who saved it last, whose computer it was. */
function persons(parts: Parts): DocumentFacts['persons'] {
  const core = textOf(parts, 'docProps/core.xml');
  const app = textOf(parts, 'docProps/app.xml');
  const fields: [string, string | undefined][] = [
    ['作者', element(core, 'dc:creator')],
    ['上次保存者', element(core, 'cp:lastModifiedBy')],
    ['经理', element(app, 'Manager')],
  ];
  return fields.flatMap(([field, value = '']) => (value === '' ? [] : [{ field, value }]));
}

function word(parts: Parts): Pick<DocumentFacts, 'texts' | 'hidden'> {
  const body = namesOf(parts, /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/);
  const all = body.map((name) => textOf(parts, name)).join('');
  const comments = namesOf(parts, /^word\/comments\.xml$/);
  const commented = comments.map((name) => textOf(parts, name)).join('');
  return {
    texts: [
      ...body.map((name) => ({
        place: name.includes('document') ? '正文' : '页眉、页脚或脚注',
        text: xmlText(textOf(parts, name)),
      })),
      ...comments.map((name) => ({ place: '批注', text: xmlText(textOf(parts, name)) })),
    ],
    hidden: [
      ...said(count(commented, /<w:comment\s/g), '条批注'),
      ...said(count(all, /<w:(?:ins|del|moveFrom|moveTo)\s/g), '处没有接受的修订，删掉的字还在里面'),
      ...said(count(all, /<w:vanish(?:\s*\/>|\s+w:val="(?:1|true|on)")/g), '处隐藏的文字'),
    ],
  };
}

/** A cell as it reads; long numbers that Excel keeps as such come back with all their digits. */
function cellText(tag: string, inside: string, strings: readonly string[]): string {
  const type = attribute(tag, 't');
  const value = unescapeXml(/<v>([^<]*)<\/v>/.exec(inside)?.[1] ?? '');
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr') return xmlText(inside);
  const number = Number(value);
  return /^[\d.]+E\+?\d+$/i.test(value) && Number.isSafeInteger(number) ? String(number) : value;
}

function workbook(parts: Parts): Pick<DocumentFacts, 'texts' | 'hidden'> {
  const strings = [...textOf(parts, 'xl/sharedStrings.xml').matchAll(/<si\b[^>]*>(.*?)<\/si>/gs)].map(([, inside = '']) =>
    xmlText(inside.replace(/<rPh\b.*?<\/rPh>/gs, '')),
  );
  const targets = new Map(
    [...textOf(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      `xl/${(attribute(tag, 'Target') ?? '').replace(/^\/?(?:xl\/)?/, '')}`,
    ]),
  );
  const sheets = [...textOf(parts, 'xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name') ?? '',
    hidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
    xml: textOf(parts, targets.get(attribute(tag, 'r:id')) ?? ''),
  }));
  const comments = namesOf(parts, /^xl\/(?:comments\d*|threadedComments\/.*|comments\/.*)\.xml$/);
  return {
    texts: [
      ...sheets.flatMap(({ name, xml }) =>
        [...xml.matchAll(/<row\b([^>]*)>(.*?)<\/row>/gs)].map(([, tag = '', inside = '']) => ({
          place: `工作表“${name}”第${attribute(` ${tag}`, 'r') ?? '?'}行`,
          text: [...inside.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)]
            .map(([, cell = '', value = '']) => cellText(` ${cell}`, value, strings))
            .join('|'),
        })),
      ),
      ...comments.map((name) => ({ place: '批注', text: xmlText(textOf(parts, name)) })),
    ],
    hidden: [
      ...sheets.filter(({ hidden }) => hidden).map(({ name }) => `隐藏的工作表“${name}”`),
      ...sheets.flatMap(({ name, xml }) => [
        ...said(count(xml, /<col\s[^>]*hidden="(?:1|true)"/g), `处隐藏的列（工作表“${name}”）`),
        ...said(count(xml, /<row\s[^>]*hidden="(?:1|true)"/g), `行隐藏的行（工作表“${name}”）`),
      ]),
      ...said(comments.length, '份批注'),
    ],
  };
}

function slides(parts: Parts): Pick<DocumentFacts, 'texts' | 'hidden'> {
  const pages = namesOf(parts, /^ppt\/slides\/slide\d+\.xml$/);
  const notes = namesOf(parts, /^ppt\/notesSlides\/notesSlide\d+\.xml$/);
  const comments = namesOf(parts, /^ppt\/comments\/.*\.xml$/);
  const written = notes.map((name) => xmlText(textOf(parts, name))).filter((text) => /\p{L}/u.test(text));
  return {
    texts: [
      ...pages.map((name, index) => ({ place: `第${String(index + 1)}张幻灯片`, text: xmlText(textOf(parts, name)) })),
      ...written.map((text) => ({ place: '演讲者备注', text })),
      ...comments.map((name) => ({ place: '批注', text: xmlText(textOf(parts, name)) })),
    ],
    hidden: [
      ...said(pages.filter((name) => /<p:sld\s[^>]*show="(?:0|false)"/.test(textOf(parts, name))).length, '张隐藏的幻灯片'),
      ...said(written.length, '处演讲者备注'),
      ...said(comments.length, '份批注'),
    ],
  };
}

/** Any other archive of XML: OFD 版式文件, OpenDocument. */
const otherXml = (parts: Parts): Pick<DocumentFacts, 'texts' | 'hidden'> => ({
  texts: namesOf(parts, /\.xml$/i).map((name) => ({ place: name, text: xmlText(textOf(parts, name)) })),
  hidden: [],
});

/** The members of an archive, without its large pictures unpacked twice. Throws where it is none, or where it unpacks to an absurd size. */
export function unpack(bytes: Uint8Array): Parts {
  let size = 0;
  return unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      if (size > 200 * 1024 * 1024) throw new Error('too large');
      return true;
    },
  });
}

/** What stands in a docx, xlsx, pptx, ofd or OpenDocument file, hidden parts included. */
export function officeFacts(parts: Parts): DocumentFacts {
  const kind =
    parts['word/document.xml'] !== undefined
      ? word
      : parts['xl/workbook.xml'] !== undefined
        ? workbook
        : parts['ppt/presentation.xml'] !== undefined
          ? slides
          : otherXml;
  const pictures = namesOf(parts, /\.(?:jpe?g|png|webp|heic|tiff?)$/i).map((name) => ({
    name: name.replace(/^.*\//, ''),
    bytes: parts[name] ?? new Uint8Array(),
  }));
  return { ...emptyFacts(), ...kind(parts), persons: persons(parts), pictures };
}
