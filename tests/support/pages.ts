import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface BuiltPage {
  /** Path in the built folder, `news/index.html`. */
  file: string;
  /** Address without the base, `/news/`. */
  path: string;
  html: string;
  elements: Element[];
}

/** An element of a page: its name, attributes, and text. */
export interface Element {
  tag: string;
  attributes: Record<string, string>;
  text: string;
}

/** All pages of a built site, parsed once. */
export function readPages(folder: string): BuiltPage[] {
  return globSync('**/*.html', { cwd: folder })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !file.startsWith('pagefind/'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return { file, path: `/${file.replace(/index\.html$/, '')}`, html, elements: elementsOf(parse(html)) };
    });
}

function elementsOf(node: Tree.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const below = children.flatMap(elementsOf);
  if (!('tagName' in node)) return below;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ tag: node.tagName, attributes, text: textOf(node) }, ...below];
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** A page that only leads to its new address. */
export const isRedirect = (page: BuiltPage): boolean => page.html.includes('<meta http-equiv="refresh"');

/** Elements of a kind. */
export const byTag = (page: BuiltPage, tag: string): Element[] => page.elements.filter((element) => element.tag === tag);

/** The content of a `<meta name>`; all of them, so that a doubled tag shows. */
export const metaOf = (page: BuiltPage, name: string): string[] =>
  byTag(page, 'meta')
    .filter(({ attributes }) => attributes['name'] === name)
    .map(({ attributes }) => attributes['content'] ?? '');

/** One page of each kind, by its kind: the first entry of each folder stands for the others, which share its layout. */
export function onePerKind(pages: readonly BuiltPage[]): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const page of pages) {
    if (isRedirect(page)) continue;
    const { path } = page;
    const kind = path
      .replace(/^.*\/poster\/$/, '<poster>')
      .replace(/^\/news\/\d{4}\/[^/]+\/$/, '/news/<entry>/')
      .replace(/^\/news\/page\/\d+\/$/, '/news/page/<n>/')
      .replace(/^\/commitments\/\d{4}-\d{2}\/$/, '/commitments/<promise>/')
      .replace(/^\/(branches|cooperatives)\/(kind|industry)\/.*/, '/$1/<filter>/')
      .replace(/^\/branches\/[^/]+\/records\/$/, '/branches/<entry>/records/')
      .replace(/^\/results\/\d{4}\/$/, '/results/<year>/')
      .replace(/^\/(news|villages)\/[^/]+\/$/, '/$1/<list>/')
      .replace(/^\/attachments\/.*/, '/attachments/<file>/')
      .replace(/^\/data\/(?!dictionary\/)[^/]+\/$/, '/data/<table>/')
      .replace(/^\/(branches|cooperatives|reports|columns|results|commitments)\/[^/<]+\/.*/, '/$1/<entry>/');
    if (!kinds.has(kind)) kinds.set(kind, path);
  }
  return kinds;
}
