import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { mdxToHast } from 'satteri';
import type { Block, Heading } from '../schemas/blocks.ts';
import { isAuthorComponent } from '../schemas/author-components.ts';
import { withPhoneLinks } from './phone-links.ts';
import { MARKDOWN_FEATURES } from './safe-mdx.ts';
import { markSignatures } from './signature.ts';

export interface RenderedBody {
  blocks: Block[];
  headings: Heading[];
  /** Paths of the pictures in the body, each once. */
  images: string[];
}

/** Marks the place of a component or picture in the HTML; private-use characters that no text contains. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const PLACE = /\uE000(\d+)\uE001/;

type Node = RootContent | ElementContent;
type JsxElement = Extract<Node, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * Renders the body of an entry that {@link inspectMdx} found nothing wrong with.
 * @param base the site's base path, `/` or `/sub/`: links that begin with `/` are moved below it
 */
export function renderBody(body: string, base: string): RenderedBody {
  const renderer = new BodyRenderer(base);
  const root = mdxToHast(body.replace(/[\uE000\uE001]/g, ''), {
    features: MARKDOWN_FEATURES,
    position: false,
  }) as unknown as Root;
  const blocks = renderer.blocks(withPhoneLinks(markSignatures(root.children)));
  return { blocks, headings: renderer.headings, images: [...renderer.images] };
}

/** What the renderer calls the heading above the footnotes. */
const FOOTNOTES = 'footnote-label';

class BodyRenderer {
  readonly headings: Heading[] = [];
  readonly images = new Set<string>();
  readonly #slugger = new GithubSlugger();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base.replace(/\/$/, '');
  }

  blocks(nodes: Node[]): Block[] {
    const placed: Block[] = [];
    const html = toHtml({ type: 'root', children: nodes.flatMap((node) => this.#transform(node, placed)) });
    const pieces = html.split(PLACE);
    return pieces.flatMap((piece, index): Block[] => {
      if (index % 2 === 0) return piece.trim() === '' ? [] : [piece];
      const block = placed[Number(piece)];
      return block === undefined ? [] : [block];
    });
  }

  #place(block: Block, placed: Block[]): Text {
    placed.push(block);
    return { type: 'text', value: `${OPEN}${placed.length - 1}${CLOSE}` };
  }

  #transform(node: Node, placed: Block[]): Node[] {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return [this.#component(node, placed)];
    if (node.type !== 'element') return [node];
    if (node.tagName === 'img') return [this.#image(node, placed)];
    if (node.tagName === 'p' && isPicturesOnly(node)) return node.children.flatMap((child) => this.#transform(child, placed));
    const children = node.children.flatMap((child) => this.#transform(child, placed)) as ElementContent[];
    return [this.#element({ ...node, children }, node)];
  }

  #element(element: Element, original: Element): Element {
    const { tagName, properties } = element;
    if (/^h[1-6]$/.test(tagName)) {
      const text = textOf(original);
      // The numbers in the text point at the head of the footnotes (aria-describedby).
      const id = properties.id === FOOTNOTES ? FOOTNOTES : this.#slugger.slug(text);
      this.headings.push({ depth: Number(tagName[1]), id, text });
      return { ...element, properties: { ...properties, id } };
    }
    if (tagName === 'a') return { ...element, properties: { ...properties, ...this.#link(properties.href) } };
    if ((tagName === 'th' || tagName === 'td') && typeof properties.style === 'string') {
      const { style, ...rest } = properties;
      // The content security policy blocks `style=`.
      return { ...element, properties: { ...rest, className: [style.replace('text-align: ', 'align-')] } };
    }
    if (tagName === 'table')
      return { type: 'element', tagName: 'div', properties: { className: ['table-scroll'], tabIndex: 0 }, children: [element] };
    return element;
  }

  #link(href: unknown): Record<string, string> {
    if (typeof href !== 'string') return {};
    if (href.startsWith('/') && !href.startsWith('//')) return { href: `${this.#base}${href}` };
    return /^https?:/i.test(href) ? { href, rel: 'noopener' } : { href };
  }

  #image(node: Element, placed: Block[]): Text {
    const image = decodeURI(node.properties.src ?? '');
    this.images.add(image);
    return this.#place({ image, alt: node.properties.alt ?? '', caption: node.properties.title?.toString() ?? '' }, placed);
  }

  #component(node: JsxElement, placed: Block[]): Text {
    const name = node.name ?? null;
    if (!isAuthorComponent(name)) throw new Error(`unchecked component ${String(name)}`);
    const attributes = Object.fromEntries(
      node.attributes.flatMap((attribute) =>
        attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string' ? [[attribute.name, attribute.value]] : [],
      ),
    ) as Record<string, string>;
    return this.#place({ component: name, attributes, children: this.blocks(node.children) }, placed);
  }
}

function isPicturesOnly(paragraph: Element): boolean {
  const kept = paragraph.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  return kept.length > 0 && kept.every((child) => child.type === 'element' && child.tagName === 'img');
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
