import type { EntrySource } from '../../loader/read-content.ts';
import type { MdxProblem, MdxProblemKind } from '../../loader/safe-mdx.ts';
import { authorComponents, isAuthorComponent } from '../../schemas/author-components.ts';
import { splitMessage } from '../../schemas/messages.ts';
import { nearest } from '../../schemas/nearest.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { htmlRemedy } from '../html-remedy.ts';

type Wording = (problem: MdxProblem) => { why: string; fix: string };

const names = Object.keys(authorComponents);

const example = (component: string | undefined): string =>
  isAuthorComponent(component ?? null) ? authorComponents[component as keyof typeof authorComponents].example.split('\n')[0] ?? '' : '';

const attributesOf = (component: string | undefined): string => {
  if (!isAuthorComponent(component ?? null)) return '';
  const keys = Object.keys(authorComponents[component as keyof typeof authorComponents].attributes.shape);
  return keys.length === 0 ? '它不带属性' : `它可以带的属性：${keys.join('、')}`;
};

const WORDINGS: Record<MdxProblemKind, Wording> = {
  import: ({ value }) => ({
    why: '正文里不能写程序：以 import 或 export 开头的行会被执行',
    fix: value.startsWith('import') || value.startsWith('export') ? '删掉这一行；只是英文文字的话，前面加几个汉字' : '删掉这一行',
  }),
  expression: ({ value, component }) =>
    component === undefined
      ? { why: '花括号里的内容会被当成程序', fix: `换成全角括号，写成 （${/^\{?([^{}]*)/.exec(value)?.[1]?.trim() ?? ''}）` }
      : { why: `${component} 的 ${value} 属性用了花括号或没有写值`, fix: `属性值放在英文引号里，例如 ${example(component)}` },
  'unknown-component': ({ value }) => {
    const guess = nearest(value, names);
    return { why: `没有“${value}”这个组件`, fix: guess === undefined ? `可以用的组件：${names.join('、')}；只是文字的话，把 < > 换成书名号《》` : `是不是想写 <${guess}>（大小写要一致）` };
  },
  html: ({ value }) => htmlRemedy(value),
  'unknown-attribute': ({ component }) => ({ why: `${component ?? ''} 没有这个属性`, fix: attributesOf(component) }),
  'attribute-value': ({ component, value, message = '' }) => {
    const { why, fix } = splitMessage(message);
    return { why: `${component ?? ''} 的 ${value} 属性：${why}`, fix };
  },
  spread: ({ component }) => ({ why: `${component ?? ''} 里用了花括号，会被当成程序`, fix: `删掉花括号，例如写成 ${example(component)}` }),
  handler: ({ value }) => ({ why: `${value} 会让读者的浏览器运行程序`, fix: '删掉这个属性' }),
  style: ({ value }) => ({ why: `${value} 会改变版式，版式由网站统一决定`, fix: '删掉这个属性' }),
  url: () => ({ why: '这个网址打开时会运行程序，或者不是普通网址', fix: '只用以 https:// 开头的网址、站内的 /news/…/，或者旁边的文件 ./文件名' }),
  children: ({ value }) => ({ why: `${value} 中间不能夹内容`, fix: `写成 ${example(value)}` }),
  comment: () => ({ why: '正文里不能写备注（<!-- --> 或 {/* */}）', fix: '删掉；给同事的话写在提交说明里' }),
  'less-than': ({ value }) => lessThan(value),
  unclosed: ({ value }) => ({ why: `${value} 没有成对：有开头没有结尾，或者反过来`, fix: `<${value}> 和 </${value}> 各占一行，前后都空一行` }),
  syntax: ({ value }) => {
    const component = /^<\/?(\w+)/.exec(value)?.[1];
    return component === undefined
      ? { why: '这里的写法读不出来', fix: '检查这一行里的 < > { } 和反引号' }
      : { why: `${component} 这里的写法读不出来，多半缺引号或尖括号`, fix: `属性值放在一对英文引号里，例如 ${example(component)}` };
  },
};

function lessThan(value: string): { why: string; fix: string } {
  const why = '“<”会被当成标签的开始';
  const [, number] = /^<=?\s*(\d[\d.,]*%?)/.exec(value) ?? [];
  if (number !== undefined) return { why, fix: `写成“低于${number}”，或在前面加反斜杠，写成 \\<${number}` };
  const [, address] = /^<((?:https?:\/\/|[\w.+-]+@)[^>\s]*)/.exec(value) ?? [];
  if (address !== undefined) return { why: '网址或邮箱不能放在尖括号里', fix: `写成 [名称](${address.includes('@') && !address.startsWith('http') ? `mailto:${address}` : address})` };
  if (value.startsWith('<<')) return { why, fix: '书名号用《》' };
  return { why, fix: '文件名用书名号《》，比较大小写成“小于”，或在前面加反斜杠，写成 \\<' };
}

function check(entry: EntrySource, kinds: readonly MdxProblemKind[]): RuleFinding[] {
  return entry.mdx.problems
    .filter(({ kind }) => kinds.includes(kind))
    .map((problem) => ({
      file: entry.file,
      line: problem.line,
      column: problem.column,
      ...(problem.value !== '' && { value: problem.value }),
      ...WORDINGS[problem.kind](problem),
    }));
}

function mdxRule(id: string, title: string, ...kinds: MdxProblemKind[]): Rule {
  return {
    id,
    title,
    severity: 'error',
    scope: 'entry',
    basis: '正文只写文字、Markdown 和规定的组件：作者的文件不能让网站或读者的浏览器运行程序',
    check: ({ source }) => source.entries.flatMap((entry) => check(entry, kinds)),
  };
}

/** What an author's body may not contain. The loader refuses the same, so these are one lock with words and one without. */
export const unsafeMdxRules: Rule[] = [
  mdxRule('M01', '正文里有 import 或 export', 'import'),
  mdxRule('M02', '正文里有花括号', 'expression'),
  mdxRule('M03', '正文里有 HTML 标签或备注', 'html', 'comment'),
  mdxRule('M04', '没有这个组件', 'unknown-component'),
  mdxRule('M05', '组件的写法不对', 'unknown-attribute', 'attribute-value', 'spread', 'handler', 'style', 'children', 'unclosed'),
  mdxRule('M06', '链接不安全', 'url'),
  mdxRule('M07', '正文里有“<”', 'less-than'),
  mdxRule('M13', '正文读不出来', 'syntax'),
];
