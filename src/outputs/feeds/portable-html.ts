import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** Elements that any reader program shows well, with the attributes that are kept. All others leave only what is in them. */
const KEPT: Record<string, readonly string[]> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start'],
  td: ['colSpan', 'rowSpan'],
  th: ['colSpan', 'rowSpan'],
  time: ['dateTime'],
  ...Object.fromEntries(
    (
      'p h2 h3 h4 h5 h6 ul li dl dt dd blockquote strong em del code pre br hr table caption thead tbody tr ' +
      'figure figcaption sup sub'
    )
      .split(' ')
      .map((tag) => [tag, []]),
  ),
};

/** Elements that go with all that is in them. */
const DROPPED = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'template', 'svg', 'math']);

const PROTOCOLS = new Set(['http:', 'https:', 'tel:', 'mailto:']);

const parser = unified().use(rehypeParse, { fragment: true });

/**
 * HTML that can be read away from the site: known elements without classes, ids, styles or scripts, and absolute addresses only.
 * @param page absolute address of the page that the HTML stands on
 */
export function portableHtml(html: string, page: string): string {
  const { children } = parser.parse(html);
  return toHtml({ type: 'root', children: children.flatMap((node) => portable(node, page)) });
}

function portable(node: RootContent, page: string): (ElementContent | RootContent)[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || DROPPED.has(node.tagName)) return [];
  const children = node.children.flatMap((child) => portable(child, page)) as ElementContent[];
  const kept = KEPT[node.tagName];
  if (kept === undefined) return children;
  const properties = propertiesOf(node, kept, page);
  if (node.tagName === 'img' && properties.src === undefined) return [];
  return [{ type: 'element', tagName: node.tagName, properties, children }];
}

function propertiesOf({ properties }: Element, kept: readonly string[], page: string): Element['properties'] {
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = properties[name];
      if (value === undefined) return [];
      const shown = name === 'href' || name === 'src' ? absolute(value, page) : value;
      return shown === undefined ? [] : [[name, shown]];
    }),
  );
}

function absolute(value: unknown, page: string): string | undefined {
  const url = typeof value === 'string' && URL.canParse(value, page) ? new URL(value, page) : undefined;
  return url !== undefined && PROTOCOLS.has(url.protocol) ? url.href : undefined;
}
