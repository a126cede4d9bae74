import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { PlainRecord } from '../search/plain-engine.ts';

/** A page as the search index takes it. */
export interface SearchRecord extends PlainRecord {
  /** The text of the page, block by block. */
  text: string;
}

const KINDS: [kind: string, path: RegExp][] = [
  ['动态', /^news\//],
  ['党支部', /^branches\//],
  ['产业', /^cooperatives\//],
  ['年度报告', /^reports\//],
  ['承诺', /^commitments\//],
  ['成果', /^results\//],
  ['附件', /^attachments\//],
];

const BLOCKS = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'td',
  'th',
  'dt',
  'dd',
  'div',
  'section',
  'figcaption',
  'tr',
  'caption',
  'summary',
  'blockquote',
  'address',
  'article',
  'ul',
  'ol',
  'dl',
  'table',
  'nav',
]);
const children = (node: Tree.Node): Tree.ChildNode[] => ('childNodes' in node ? node.childNodes : []);
const attribute = (node: Tree.Node, name: string): string | undefined =>
  'attrs' in node ? node.attrs.find((each) => each.name === name)?.value : undefined;

function* elements(node: Tree.Node): Generator<Tree.Element> {
  for (const child of children(node)) {
    if ('tagName' in child) yield child;
    yield* elements(child);
  }
}

const plain = (node: Tree.Node): string =>
  node.nodeName === '#text' ? (node as Tree.TextNode).value : children(node).map(plain).join('');

/** Titles of other pages: rows of related entries, neighbours, lists of links. */
const isElsewhere = (node: Tree.Element): boolean =>
  node.tagName === 'nav' || /\b(news-list|link-list)\b/.test(attribute(node, 'class') ?? '');

/**
 * The blocks of a page in order, and last what stands below its title (day, source, who wrote and checked it): an excerpt begins with
 * what the page says. Scripts, pictures and what is marked as no part of its text are left out.
 */
function blocksOf(node: Tree.Node): string[] {
  const blocks = [''];
  const about = [''];
  const walk = (current: Tree.Node, into: string[]): void => {
    if (current.nodeName === '#text') {
      into.push(`${into.pop() ?? ''}${(current as Tree.TextNode).value}`);
      return;
    }
    if (!('tagName' in current)) return;
    if (['script', 'style', 'svg', 'noscript', 'template'].includes(current.tagName)) return;
    if (isElsewhere(current)) return;
    if (attribute(current, 'data-pagefind-ignore') !== undefined || attribute(current, 'hidden') !== undefined) return;
    const parent = current.parentNode;
    const isAbout = parent !== null && attribute(parent, 'class') === 'meta';
    const within = isAbout ? about : into;
    const isBlock = BLOCKS.has(current.tagName) || isAbout;
    if (isBlock) within.push('');
    for (const child of children(current)) walk(child, within);
    if (isBlock) within.push('');
  };
  for (const child of children(node)) walk(child, blocks);
  return [...blocks, ...about].map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

function headingIn(elements: readonly Tree.Element[]): string {
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  return heading === undefined ? '' : plain(heading).replace(/\s+/g, ' ').trim();
}

/** The heading of a built page; empty for a page without one, as those that only lead to another are. */
export const headingOf = (html: string): string => headingIn([...elements(parse(html))]);

/** What a built page gives to the index; undefined for lists, sheets and pages that are not to be found. `path`: `news/2025/…/`, without the base. */
export function searchRecord(html: string, path: string, url: string): SearchRecord | undefined {
  const all = [...elements(parse(html))];
  const main = all.find((element) => element.tagName === 'main');
  if (main === undefined || attribute(main, 'data-pagefind-body') === undefined) return undefined;
  const inside = [...elements(main)];
  const meta = (name: string): string =>
    attribute(all.find((element) => attribute(element, 'name') === name) ?? main, 'content') ?? '';
  const title = headingIn(inside);
  const linked = (pattern: RegExp): string[] => [
    ...new Set(
      inside
        .filter((element) => element.tagName === 'a' && pattern.test(attribute(element, 'href') ?? ''))
        .map((element) => plain(element).trim()),
    ),
  ];
  const date = meta('PubDate').slice(0, 10);
  const [column] = path.startsWith('news/') ? linked(/\/columns\/[^/]+\/$/) : [];
  const villages = linked(/\/villages\/[^/]+\/$/);
  return {
    url,
    title,
    summary: meta('description'),
    kind: KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? '本站',
    ...(column === undefined ? {} : { column }),
    ...(villages.length === 0 ? {} : { villages }),
    ...(date === '' ? {} : { date, year: date.slice(0, 4) }),
    // A mark at the end of each block, so that a phrase does not run over from one to the next.
    text: blocksOf(main)
      .map((block) => (/[。！？；：，、.!?;:,]$/.test(block) ? block : `${block}。`))
      .join(' '),
  };
}
