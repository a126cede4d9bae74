import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderBody } from '../loader/render-body.ts';
import type { Block } from '../schemas/blocks.ts';
import { convert } from './convert.ts';
import { PLAIN_LOOK, textOf, type Inline, type SourceBlock, type SourceDocument } from './document.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const BLOCKS = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th']);

/** The text of every block of the page that the site makes of a body: another way than the importer's own check goes. */
function shown(mdx: string): string[] {
  const html = renderBody(mdx, '/')
    .blocks.map((block: Block) => (typeof block === 'string' ? block : ''))
    .join('');
  const lines: string[] = [];
  const visit = (nodes: readonly Node[], line: string[], numbers?: Generator<number, never>): void => {
    for (const node of nodes) {
      if (node.nodeName === '#text') line.push((node as DefaultTreeAdapterTypes.TextNode).value);
      if (node.nodeName === 'br') line.push('\n');
      if (!('childNodes' in node)) continue;
      if (!BLOCKS.has(node.nodeName)) visit(node.childNodes, line, node.nodeName === 'ol' ? counting(node) : undefined);
      else {
        const own: string[] = [];
        const number = node.nodeName === 'li' ? numbers?.next().value : undefined;
        const at = lines.push('') - 1;
        visit(node.childNodes, own);
        lines[at] = own.join('');
        // In a list with room between its items, the number stands before the first paragraph.
        const first = node.childNodes.find(({ nodeName }) => nodeName !== '#text')?.nodeName === 'p' ? at + 1 : at;
        if (number !== undefined) lines[first] = `${String(number)}.${lines[first]?.trimStart() ?? ''}`;
      }
    }
  };
  visit(parseFragment(html).childNodes, []);
  return settled(lines);
}

/** The numbers that a browser prints before the items of a list. */
function* counting({ attrs }: DefaultTreeAdapterTypes.Element): Generator<number, never> {
  for (let number = Number(attrs.find(({ name }) => name === 'start')?.value ?? 1); ; number += 1) yield number;
}

const settled = (lines: readonly string[]): string[] =>
  lines
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^(\d+\.) /, '$1'),
    )
    .filter((line) => line !== '');

/** Characters that mean something to Markdown, MDX, HTML or YAML, and those of Chinese prose. */
const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Array.from('农田水渠修了三公里，。、：；？！（）“”《》〔〕——……·　')) },
  { weight: 3, arbitrary: fc.constantFrom(...Array.from('*_~`#>+-=|[](){}<>!&\\/^$%@:;.,\'"?0123456789 abcxyzWw\t')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'import ',
      'export ',
      'https://a.cn/b',
      'www.a.cn',
      'a@b.cn',
      '**',
      '~~',
      '---',
      '```',
      '<!--',
      '-->',
      '&lt;',
      '&#60;',
      '1. ',
      '- ',
      '[^1]',
      '{/*',
      '😀',
      '〇',
      '𠮷',
    ),
  },
);
const text = fc.array(character, { maxLength: 14 }).map((characters) => characters.join(''));
const piece: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      text,
      bold: fc.boolean(),
      italic: fc.boolean(),
      struck: fc.constant(false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      text,
      bold: fc.boolean(),
      italic: fc.constant(false),
      struck: fc.boolean(),
      href: fc.constantFrom('https://a.cn/（b）?c=d&e', 'javascript:alert(1)', 'http://a.cn/ b'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'break' as const }) },
);
const line = fc.array(piece, { maxLength: 5 });
const block: fc.Arbitrary<SourceBlock> = fc.oneof(
  { weight: 6, arbitrary: line.map((inlines): SourceBlock => ({ kind: 'paragraph', inlines, look: PLAIN_LOOK })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(line, fc.nat(2))
      .map(([inlines, bullet]): SourceBlock => ({ kind: 'paragraph', inlines, look: { ...PLAIN_LOOK, bullet } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(line, fc.nat(2), fc.integer({ min: 0, max: 3 }), fc.boolean())
      .map(([inlines, depth, number, plain]): SourceBlock => ({
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: plain ? `${String(number)}.` : 'a)', bold: false, italic: false, struck: false },
          ...inlines,
        ],
        look: { ...PLAIN_LOOK, numbered: { list: '1', depth, ...(plain && { plain: number }) } },
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(line, fc.integer({ min: 1, max: 6 }))
      .map(([inlines, outline]): SourceBlock => ({ kind: 'paragraph', inlines, look: { ...PLAIN_LOOK, outline } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 3 })
      .chain((width) => fc.array(fc.array(line, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }))
      .map((rows): SourceBlock => ({ kind: 'table', rows })),
  },
);

const documentOf = (blocks: SourceBlock[]): SourceDocument => ({ blocks, notes: new Map(), pictures: new Map(), remarks: [] });

describe('text identity', () => {
  it('shows every character of any document on the page', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        const source = documentOf(blocks);
        const { mdx, taken, title } = convert(source, new Map());
        const body = blocks.filter((candidate) => !taken.has(candidate));
        expect(shown(mdx)).toEqual(
          settled(body.flatMap((kept) => (kept.kind === 'table' ? kept.rows.flat().map(textOf) : [textOf(kept.inlines)]))),
        );
        expect(title ?? '').toBe(
          blocks
            .filter((candidate) => taken.get(candidate) === '标题')
            .map((taken) =>
              taken.kind === 'table'
                ? ''
                : textOf(taken.inlines)
                    .replace(/\s*\n\s*/g, '')
                    .trim(),
            )
            .join(''),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('takes no mark of an empty bullet for a text', () => {
    const bullet = (depth: number, text = ''): SourceBlock => ({
      kind: 'paragraph',
      inlines: text === '' ? [] : [{ kind: 'text', text, bold: false, italic: false, struck: false }],
      look: { ...PLAIN_LOOK, bullet: depth },
    });
    const { mdx } = convert(
      documentOf([{ kind: 'table', rows: [[[]]] }, bullet(0, '*'), bullet(2), bullet(1), bullet(1, '春茶')]),
      new Map(),
    );
    expect(shown(mdx)).toEqual(['*', '春茶']);
  });
});
