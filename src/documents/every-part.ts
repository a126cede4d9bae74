import { decodeText } from './decode-text.ts';
import type { DocumentFacts } from './facts.ts';
import { letters } from './letters.ts';
import type { OfficePackage } from './office-package.ts';
import { everyNamed, innerText, localName, type XmlNode } from './xml.ts';

/** Parts by what an author calls them; the first that fits. */
const PLACES: [name: RegExp, place: string][] = [
  [/\/charts?\//, '图表的数据里'],
  [/\/diagrams\//, '智能图形里'],
  [/\/pivotCache\//, '数据透视表的缓存里'],
  [/\/externalLinks\//, '引用别的表格留下的数据里'],
  [/\/drawings\//, '文本框、图形或图片说明里'],
  [/^docProps\/|^meta\.xml$/, '文件属性里'],
  [/\.rels$/, '链接的地址里'],
  [/^customXml\//, '文件夹带的数据里'],
  [/^(?:word\/document\d*|ppt\/slides\/.*)\.xml$/, '图片说明或控件里'],
  [/^xl\/(?:workbook|worksheets\/.*)\.xml$/, '公式、名称或页眉页脚里'],
  [/./, '文件里看不见的地方'],
];
/** Only looks, and the order in which cells are computed. */
const SILENT = /^(?:\[Content_Types\]|xl\/calcChain|.*\/theme\/.*)\.xml$/;
const PART = /\.(?:xml|rels|vml)$/i;
/** Inside of these letters touch, however they are cut; elsewhere every element says something of its own. */
const WHOLE = new Set(['p', 'si', 'is', 'h', 'TextObject']);

/** Cells are read row by row; here it is about what computes them. */
const isCell = (node: XmlNode): boolean => localName(node) === 'c';

function lines(node: XmlNode): string[] {
  const name = localName(node);
  // `&C` and the like divide the head of a sheet into left, middle and right.
  if (name === '') return [node.text.replace(/&[A-Z]/g, '；')];
  if (WHOLE.has(name)) return [letters(node)];
  return isCell(node) ? everyNamed(node, 'f').map(innerText) : node.children.flatMap(lines);
}

function values(node: XmlNode): string[] {
  if (isCell(node)) return [];
  const own = Object.entries(node.attributes).flatMap(([name, value]) => (name.startsWith('xmlns') ? [] : [value]));
  return [...own, ...node.children.flatMap(values)];
}

/** A part that is no tidy XML, as old drawings are not, is read without its tags. */
function texts(office: OfficePackage, name: string): string[] {
  try {
    const part = office.xml(name);
    return part === undefined ? [] : [...lines(part), ...values(part)];
  } catch {
    return [decodeText(office.bytes(name) ?? new Uint8Array()).replace(/[<>"']/g, '；')];
  }
}

/**
 * What stands in any part of an Office file and is not in what its program shows: chart data, text boxes, caches, properties, descriptions
 * of pictures, addresses of links. Divided by `；`, over which no number is read.
 */
export function everyPart(office: OfficePackage, shown: DocumentFacts['texts']): DocumentFacts['texts'] {
  const known = new Set(shown.flatMap(({ text }) => text.split(/[\n|]/).map((line) => line.trim())).concat(''));
  return office
    .names()
    .filter((name) => PART.test(name) && !SILENT.test(name))
    .map((name) => ({
      place: PLACES.find(([pattern]) => pattern.test(name))?.[1] ?? name,
      text: texts(office, name)
        .filter((text) => !known.has(text.trim()))
        .join('；'),
    }));
}
