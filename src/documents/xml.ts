import { XMLParser } from 'fast-xml-parser';
import { Refusal } from './refusal.ts';

/** An element; text is an element without a name. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

type Raw = Record<string, unknown> & { ':@'?: Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Numeric references (&#x4E00;) are decoded only together with the named ones of HTML.
  htmlEntities: true,
  ignoreDeclaration: true,
});

function convert(raw: Raw): XmlNode {
  const { ':@': attributes = {}, ...rest } = raw;
  const [name = ''] = Object.keys(rest);
  if (name === '#text') return { name: '', attributes, children: [], text: String(rest[name]) };
  return { name, attributes, children: (rest[name] as Raw[]).map(convert), text: '' };
}

const TORN = '这个文件不完整，读到一半就断了 → 找原件重新复制一份，能用 Word 打开的话另存一次再导入';

function elements(xml: string): XmlNode[] {
  try {
    return (parser.parse(xml) as Raw[]).map(convert).filter(({ name }) => !name.startsWith('?'));
  } catch {
    throw new Refusal(TORN);
  }
}

/** Reads an XML part into a tree that keeps the order of elements and every blank. Throws a {@link Refusal} where it is torn. */
export function parseXml(xml: string): XmlNode {
  // Office writes no document type; one that is there can only do harm (entities that grow).
  if (/<!DOCTYPE/i.test(xml))
    throw new Refusal('这个文件的内部结构不正常，没有导入 → 用 Word 或 WPS 打开，另存为一份新的 .docx 再导入');
  const children = elements(xml);
  const root = children.find(({ name }) => name !== '');
  if (root === undefined || !new RegExp(`(</${root.name}|/)>\\s*$`).test(xml)) throw new Refusal(TORN);
  return withUsualPrefixes(root);
}

/** The prefixes that Word writes, by the last words of the namespace, which strict and transitional files share. */
const PREFIXES: [prefix: string, namespace: RegExp][] = [
  ['w', /wordprocessingml\/(?:2006\/)?main$/],
  ['r', /officeDocument\/(?:2006\/)?relationships$/],
  ['mc', /markup-compatibility\/2006$/],
  ['wp', /drawingml\/(?:2006\/)?wordprocessingDrawing$/],
  ['a', /drawingml\/(?:2006\/)?main$/],
  ['pic', /drawingml\/(?:2006\/)?picture$/],
  ['m', /officeDocument\/(?:2006\/)?math$/],
];

/** Programs may call a namespace what they like; everything that reads a document goes by Word's names. */
function withUsualPrefixes(root: XmlNode): XmlNode {
  const renamed = new Map<string, string>();
  for (const [name, namespace] of Object.entries(root.attributes)) {
    const [, own = ''] = /^xmlns(?::(.+))?$/.exec(name) ?? [];
    const usual = name.startsWith('xmlns') ? PREFIXES.find(([, pattern]) => pattern.test(namespace))?.[0] : undefined;
    if (usual !== undefined && usual !== own) renamed.set(own, usual);
  }
  return renamed.size === 0 ? root : renameIn(root, renamed);
}

function renameIn(node: XmlNode, renamed: ReadonlyMap<string, string>): XmlNode {
  const called = (name: string, prefix: string | undefined): string =>
    prefix === undefined ? name : `${prefix}:${name.slice(name.indexOf(':') + 1)}`;
  const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '');
  return {
    ...node,
    name: node.name === '' ? '' : called(node.name, renamed.get(prefixOf(node.name))),
    // An attribute without a prefix is in no namespace.
    attributes: Object.fromEntries(
      Object.entries(node.attributes).map(([name, value]) => [
        name.includes(':') ? called(name, renamed.get(prefixOf(name))) : name,
        value,
      ]),
    ),
    children: node.children.map((inner) => renameIn(inner, renamed)),
  };
}

/** The first child element of that name. */
export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((candidate) => candidate.name === name);

/** All child elements of that name. */
export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((candidate) => candidate.name === name) ?? [];

/** All elements of that name at any depth, in the order of the text. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((inner) => [...(inner.name === name ? [inner] : []), ...descendants(inner, name)]);
}

/**
 * Elements of that name that belong to a drawing itself: neither inside of another of them, nor in the text of a box, which is read
 * on its own, nor in what an inner drawing repeats for older programs.
 */
export function outermost(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((inner) =>
    inner.name === name ? [inner] : inner.name === 'w:txbxContent' || inner.name === 'mc:Fallback' ? [] : outermost(inner, name),
  );
}

/** The attribute `w:val` of a child: `<w:jc w:val="center"/>` → `center`. */
export const valueOf = (node: XmlNode | undefined, name: string): string | undefined => child(node, name)?.attributes['w:val'];

/** A switch of Word: there and not said to be off. Undefined when it is not there at all. */
export function switchOf(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  return found === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true');
}

/** The text inside an element. */
export const innerText = (node: XmlNode): string => node.text + node.children.map(innerText).join('');

/** The name without its prefix: programs write `<row>` and `<x:row>` for the same. */
export const localName = ({ name }: XmlNode): string => name.slice(name.indexOf(':') + 1);

/** All elements at any depth whose name, prefix aside, is one of these. */
export function everyNamed(node: XmlNode, ...names: string[]): XmlNode[] {
  return node.children.flatMap((inner) => [...(names.includes(localName(inner)) ? [inner] : []), ...everyNamed(inner, ...names)]);
}
