import { everyPart } from './every-part.ts';
import { emptyFacts, type DocumentFacts } from './facts.ts';
import { letters } from './letters.ts';
import type { OfficePackage } from './office-package.ts';
import { everyNamed, innerText, localName, type XmlNode } from './xml.ts';

type Inside = Pick<DocumentFacts, 'texts' | 'hidden'>;

const NOTHING: XmlNode = { name: '', attributes: {}, children: [], text: '' };

const namesOf = (office: OfficePackage, pattern: RegExp): string[] =>
  office
    .names()
    .filter((name) => pattern.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const partsOf = (office: OfficePackage, pattern: RegExp): XmlNode[] =>
  namesOf(office, pattern).map((name) => office.xml(name) ?? NOTHING);
const attribute = (node: XmlNode, name: string): string => node.attributes[name] ?? '';
const isOn = (value: string): boolean => ['1', 'true', 'on'].includes(value);
const said = (number: number, words: string): string[] => (number === 0 ? [] : [`${String(number)}${words}`]);

/** `docProps/core.xml` and `app.xml`: who wrote it, who saved it last, whose office it was. */
function persons(office: OfficePackage): DocumentFacts['persons'] {
  const titles: Record<string, string> = { creator: '作者', lastModifiedBy: '上次保存者', Manager: '经理' };
  return partsOf(office, /^docProps\/(?:core|app)\.xml$/).flatMap((part) =>
    everyNamed(part, ...Object.keys(titles)).flatMap((node) => {
      const value = innerText(node).trim();
      return value === '' ? [] : [{ field: titles[localName(node)] ?? '', value }];
    }),
  );
}

function word(office: OfficePackage): Inside {
  const body = namesOf(office, /^word\/(?!(?:styles|settings|fontTable|numbering|webSettings|comments)\w*\.xml)[^/]+\.xml$/);
  const comments = partsOf(office, /^word\/comments\.xml$/);
  const parts = body.map((name) => ({ name, part: office.xml(name) ?? NOTHING }));
  const count = (...names: string[]): number => parts.flatMap(({ part }) => everyNamed(part, ...names)).length;
  const vanished = parts
    .flatMap(({ part }) => everyNamed(part, 'vanish'))
    .filter((node) => isOn(node.attributes['w:val'] ?? 'on'));
  return {
    texts: [
      ...parts.map(({ name, part }) => ({ place: name.includes('document') ? '正文' : '页眉、页脚或脚注', text: letters(part) })),
      ...comments.map((part) => ({ place: '批注', text: letters(part) })),
    ],
    hidden: [
      ...said(comments.flatMap((part) => everyNamed(part, 'comment')).length, '条批注'),
      ...said(count('ins', 'del', 'moveFrom', 'moveTo'), '处没有接受的修订，删掉的字还在里面'),
      ...said(vanished.length, '处隐藏的文字'),
    ],
  };
}

/** A cell as it reads; long numbers that Excel keeps as such come back with all their digits. */
function cellText(cell: XmlNode, strings: readonly string[]): string {
  const type = attribute(cell, 't');
  if (type === 'inlineStr') return letters(cell).trim();
  const value = everyNamed(cell, 'v').map(innerText).join('');
  if (type === 's') return strings[Number(value)] ?? '';
  const number = Number(value);
  return /^[\d.]+E\+?\d+$/i.test(value) && Number.isSafeInteger(number) ? String(number) : value;
}

function workbook(office: OfficePackage): Inside {
  const main = office.mainPart() ?? 'xl/workbook.xml';
  const targets = office.relationships(main);
  const strings = partsOf(office, /^xl\/sharedStrings\.xml$/)
    .flatMap((part) => everyNamed(part, 'si'))
    .map((item) => letters({ ...item, children: item.children.filter((inner) => localName(inner) !== 'rPh') }).trim());
  const sheets = everyNamed(office.xml(main) ?? NOTHING, 'sheet').map((sheet) => ({
    name: attribute(sheet, 'name'),
    hidden: /hidden/i.test(attribute(sheet, 'state')),
    part: office.xml(targets.get(attribute(sheet, 'r:id'))?.target ?? '') ?? NOTHING,
  }));
  const comments = partsOf(office, /^xl\/(?:comments\d*|threadedComments\/.*|comments\/.*)\.xml$/);
  const hiddenOf = (part: XmlNode, name: string): number =>
    everyNamed(part, name).filter((node) => isOn(attribute(node, 'hidden'))).length;
  return {
    texts: [
      ...sheets.flatMap(({ name, part }) =>
        everyNamed(part, 'row').map((row) => ({
          place: `工作表“${name}”第${attribute(row, 'r') || '?'}行`,
          text: everyNamed(row, 'c')
            .map((cell) => cellText(cell, strings))
            .join('|'),
        })),
      ),
      ...comments.map((part) => ({ place: '批注', text: letters(part) })),
    ],
    hidden: [
      ...sheets.filter(({ hidden }) => hidden).map(({ name }) => `隐藏的工作表“${name}”`),
      ...sheets.flatMap(({ name, part }) => [
        ...said(hiddenOf(part, 'col'), `处隐藏的列（工作表“${name}”）`),
        ...said(hiddenOf(part, 'row'), `行隐藏的行（工作表“${name}”）`),
      ]),
      ...said(comments.length, '份批注'),
      ...said(
        namesOf(office, /^xl\/pivotCache\/pivotCacheRecords\d*\.xml$/).length,
        '份数据透视表的缓存，做表用的原始数据都在里面',
      ),
      ...said(
        partsOf(office, /^xl\/externalLinks\/externalLink\d*\.xml$/).filter((part) => everyNamed(part, 'v').length > 0).length,
        '份引用别的表格留下的数据',
      ),
    ],
  };
}

function slides(office: OfficePackage): Inside {
  const pages = partsOf(office, /^ppt\/slides\/slide\d+\.xml$/);
  const notes = partsOf(office, /^ppt\/notesSlides\/notesSlide\d+\.xml$/).map(letters);
  const comments = partsOf(office, /^ppt\/comments\/.*\.xml$/);
  const written = notes.filter((text) => /\p{L}/u.test(text));
  return {
    texts: [
      ...pages.map((page, index) => ({ place: `第${String(index + 1)}张幻灯片`, text: letters(page) })),
      ...written.map((text) => ({ place: '演讲者备注', text })),
      ...comments.map((part) => ({ place: '批注', text: letters(part) })),
    ],
    hidden: [
      ...said(pages.filter((page) => ['0', 'false'].includes(attribute(page, 'show'))).length, '张隐藏的幻灯片'),
      ...said(written.length, '处演讲者备注'),
      ...said(comments.length, '份批注'),
    ],
  };
}

/** Any other archive of XML: OFD 版式文件, OpenDocument. */
const otherXml = (office: OfficePackage): Inside => ({
  texts: namesOf(office, /\.xml$/i).map((name) => ({ place: name, text: letters(office.xml(name) ?? NOTHING) })),
  hidden: [],
});

/** What stands in a docx, xlsx, pptx, ofd or OpenDocument file, hidden parts included. */
export function officeFacts(office: OfficePackage): DocumentFacts {
  // Programs on the web call the main part document2.xml; the folder is the same everywhere.
  const has = (folder: string): boolean => office.names().some((name) => name.startsWith(folder));
  const kind = has('word/') ? word : has('xl/') ? workbook : has('ppt/') ? slides : otherXml;
  const { texts, hidden } = kind(office);
  return { ...emptyFacts(), texts: [...texts, ...everyPart(office, texts)], hidden, persons: persons(office) };
}
