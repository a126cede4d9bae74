import { describe, expect, it } from 'vitest';
import { renderBody } from './render-body.ts';
import { inspectMdx, isSafeUrl } from './safe-mdx.ts';
import type { Block } from '../schemas/blocks.ts';

const kinds = (body: string): string[] => inspectMdx(body).problems.map(({ kind }) => kind);

/** Whatever an author could try in order to run code or to bring HTML of his own. */
const ATTACKS: Record<string, string> = {
  import: 'import fs from "node:fs"',
  'import behind a blank line': '正文\n\nimport x from "./x.js"\n\n正文',
  'dynamic import': '{import("node:fs")}',
  export: 'export const a = 1',
  'export default': 'export default () => <div />',
  'export that re-exports': 'export * from "./x.js"',
  'async export': 'export async function getStaticPaths() {}',
  expression: '{process.env.HOME}',
  'expression in a heading': '## 标题 {1 + 1}',
  'expression in a table': '| a | b |\n| - | - |\n| {fetch("//x")} | 1 |',
  'expression in a list': '- 一\n- {alert(1)}',
  'expression in a quotation': '> {alert(1)}',
  'expression in emphasis': '**{alert(1)}**',
  'expression in a link text': '[{alert(1)}](/a/)',
  'expression over lines': '{\n  alert(1)\n}',
  'nested braces': '{{}}',
  'template string': '{`${alert(1)}`}',
  'immediately called function': '{(() => { while (true) {} })()}',
  'broken expression': '{附件 1',
  'empty expression': '{}',
  'comment expression': '{/* a */}',
  'JSX in an expression': '{<script>alert(1)</script>}',
  script: '<script>alert(1)</script>',
  'script without an end': '<script src="//x">',
  'script in capitals': '<SCRIPT>alert(1)</SCRIPT>',
  'script in a line of text': '文字<script>alert(1)</script>文字',
  iframe: '<iframe src="https://x"></iframe>',
  'image with a handler': '<img src="x" onerror="alert(1)" />',
  svg: '<svg onload="alert(1)"></svg>',
  'namespaced element': '<svg:use href="#a" />',
  'HTML link': '<a href="javascript:alert(1)">a</a>',
  'HTML block': '<div>\n\n正文\n\n</div>',
  'custom element': '<x-a></x-a>',
  'HTML comment': '<!-- a -->',
  doctype: '<!DOCTYPE html>',
  CDATA: '<![CDATA[x]]>',
  'processing instruction': '<?php echo 1 ?>',
  'closing tag alone': '</div>',
  fragment: '<></>',
  'fragment with text': '<>正文</>',
  'unknown component': '<Evil />',
  'member of a component': '<Note.Evil>a</Note.Evil>',
  'member of Astro': '<Astro.slots />',
  'component in another case': '<note>a</note>',
  'name from the prototype': '<constructor />',
  'name from the prototype in capitals': '<ToString />',
  '__proto__ as an element': '<__proto__ />',
  'hasOwnProperty as an element': '<hasOwnProperty />',
  'component with this': '<this.Note />',
  'spread attribute': '<Note {...globalThis}>a</Note>',
  'attribute expression': '<Note title={alert(1)}>a</Note>',
  'attribute of JSX': '<Note title=<b>a</b>>a</Note>',
  'attribute without value': '<Note title>a</Note>',
  handler: '<Note onClick="alert(1)">a</Note>',
  'handler in lower case': '<Note onclick="alert(1)">a</Note>',
  'handler of Astro': '<Note on:click="a">a</Note>',
  style: '<Note style="x">a</Note>',
  class: '<Note class="x">a</Note>',
  className: '<Note className="x">a</Note>',
  'set:html': '<Note set:html="<b>x</b>" />',
  'client directive': '<Note client:load>a</Note>',
  'is:raw': '<Note is:raw>{a}</Note>',
  'define:vars': '<Note define:vars="a">a</Note>',
  'server directive': '<Note server:defer>a</Note>',
  slot: '<Note slot="a">a</Note>',
  children: '<Note children="<b>x</b>" />',
  dangerouslySetInnerHTML: '<Note dangerouslySetInnerHTML="x">a</Note>',
  '__proto__ as an attribute': '<Note __proto__="x">a</Note>',
  'constructor as an attribute': '<Note constructor="x">a</Note>',
  'javascript in an attribute': '<Note title="javascript:alert(1)">a</Note>',
  'javascript link': '[a](javascript:alert(1))',
  'javascript in mixed case': '[a](JaVaScRiPt:alert(1))',
  'javascript by entity': '[a](java&#x73;cript:alert(1))',
  'javascript by named entities': '[a](javascript&colon;alert(1))',
  'javascript with a tab': '[a](<java\tscript:alert(1)>)',
  'javascript with a tab entity': '[a](java&Tab;script:alert(1))',
  'javascript with a line break entity': '[a](java&#10;script:alert(1))',
  'javascript with a zero-width character': '[a](java\u200bscript:alert(1))',
  'javascript behind a blank': '[a](<  javascript:alert(1)>)',
  'javascript behind a control character': '[a](<\u0001javascript:alert(1)>)',
  'javascript by reference': '[a][b]\n\n[b]: javascript:alert(1)',
  'javascript by collapsed reference': '[a][]\n\n[a]: javascript:alert(1)',
  'javascript in a picture': '![a](javascript:alert(1))',
  'javascript in a picture by reference': '![a][b]\n\n[b]: javascript:alert(1)',
  'javascript in a footnote': '正文[^1]\n\n[^1]: [a](javascript:alert(1))',
  'javascript as an autolink': '<javascript:alert(1)>',
  vbscript: '[a](vbscript:x)',
  'data URL': '[a](data:text/html,<script>alert(1)</script>)',
  'data picture': '![a](data:image/svg+xml,<svg/onload=alert(1)>)',
  blob: '[a](blob:https://x/1)',
  file: '[a](file:///etc/passwd)',
  'view-source': '[a](view-source:x)',
  'unknown scheme': '[a](weixin:x)',
  'component in a link text': '[<Evil />](/a/)',
  'attack behind many errors': `${'<5%\n\n'.repeat(30)}{alert(1)}`,
  'attack behind a second fence': '---\nlayout: x\n---\n\n{alert(1)}',
};

describe('inspectMdx refuses', () => {
  it.each(Object.entries(ATTACKS))('%s', (_name, body) => {
    expect(kinds(body)).not.toEqual([]);
  });

  it.each(Object.entries(ATTACKS))('%s, with line ends of Windows and text around it', (_name, body) => {
    expect(kinds(`开头。\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n\r\n结尾。`)).not.toEqual([]);
  });
});

/** What looks dangerous and is only text. */
const HARMLESS: Record<string, string> = {
  'code in a line': '写成 `{a}` 和 `<b>`',
  'code block': '```js\nimport x from "y"\n{a} <script>alert(1)</script>\n```',
  'code block with a wild language': '```"><script>alert(1)</script>\n1\n```',
  'escaped marks': '\\<script> 和 \\{a\\}',
  entities: '&lt;script&gt;alert(1)&lt;/script&gt;',
  'title of a link': '[a](/a/ "\\"><script>alert(1)</script>")',
  'title of a picture': '![a](./a.jpg "x\\" onerror=\\"alert(1)")',
  'text of a picture': '![x" onerror="alert(1)](./a.jpg)',
  'quote in a link': '[a](/a"onmouseover="alert(1))',
  'heading with marks': '## a"onmouseover="alert(1) &lt;script&gt;',
  'escaped percent in a link': '[a](javascript%3Aalert(1))',
  'the word import in a sentence': '他说 import 是进口的意思\nimport 也可以在行首',
  'mail and telephone': '[a](mailto:a@b.cn) [b](tel:0000-8765432) [c](https://x.cn/?a=b:c) [d](#a) [e](./a.pdf) [f](?a:b)',
  footnote: '正文[^1]\n\n[^1]: 注 &lt;script&gt;',
  'table with alignment': '| a | b |\n| :-: | -: |\n| 1 | 2 |',
  'task list': '- [x] 做完了',
  'strike through': '~~a~~',
  component: '<Note title="时间: 周六">\n\n**照常**办理。\n\n</Note>',
};

/** Markup of a rendered body, components included. */
const html = (blocks: Block[]): string =>
  blocks.map((block) => (typeof block === 'string' ? block : 'children' in block ? html(block.children) : '')).join('');

const TAGS = /^(?:p|h[1-6]|ul|ol|li|a|strong|em|del|code|pre|blockquote|table|thead|tbody|tr|th|td|br|hr|sup|section|input|div)$/;
const ATTRIBUTES = /^(?:href|title|id|class|rel|tabindex|type|checked|disabled|start|aria-[a-z]+|role|data-[a-z-]+)$/;

describe('what inspectMdx lets pass renders to harmless HTML', () => {
  it.each(Object.entries(HARMLESS))('%s', (_name, body) => {
    expect(kinds(body)).toEqual([]);
    const rendered = html(renderBody(body, '/').blocks);
    for (const [, tag = '', attributes = ''] of rendered.matchAll(/<\/?([^\s>/]+)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g)) {
      expect(tag).toMatch(TAGS);
      for (const [, name = ''] of attributes.matchAll(/\s([^\s=>"]+)(?==|\s|$)/g)) expect(name).toMatch(ATTRIBUTES);
    }
    for (const [, href = ''] of rendered.matchAll(/href="([^"]*)"/g)) expect(isSafeUrl(href.replaceAll('&amp;', '&'))).toBe(true);
    // Every `<` of the output belongs to one of the tags above.
    expect(rendered.replace(/<\/?[a-z][a-z0-9]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/g, '')).not.toContain('<');
  });
});

describe('inspectMdx points at the place', () => {
  it.each([
    ['一行\n\n比例<5%，低。', 3, 3, 'less-than'],
    ['名单见{附件1}。', 1, 4, 'expression'],
    ['😀名单见{附件 1}。', 1, 6, 'expression'],
    ['第一行<br>第二行', 1, 4, 'html'],
    ['<Note title="时间" onClick="x">\n\n正文\n\n</Note>', 1, 18, 'handler'],
    ['<Note\n  title="时间"\n  style="x"\n>\n\n正文\n\n</Note>', 3, 3, 'style'],
  ])('%j', (body, line, column, kind) => {
    expect(inspectMdx(body).problems[0]).toMatchObject({ line, column, kind });
  });

  it('finds everything, not only the first', () => {
    expect(kinds('比例<5%\n\n{a}\n\n<br>\n\n[x](javascript:y)\n\n<Evil />')).toEqual([
      'less-than',
      'expression',
      'html',
      'url',
      'unknown-component',
    ]);
  });
});

it('footnotes point at a heading that is there', () => {
  const rendered = html(renderBody('正文[^1]\n\n[^1]: 注', '/').blocks);
  const [, target = ''] = /aria-describedby="([^"]+)"/.exec(rendered) ?? [];
  expect(rendered).toContain(`id="${target}"`);
});
