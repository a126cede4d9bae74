import { mdxToMdast } from 'satteri';
import { authorComponents, isAuthorComponent } from '../schemas/author-components.ts';
import type { Place } from './yaml-source.ts';

/** What an author's MDX may not contain. Kinds are data: the gate words them for the clerk, the loader refuses them. */
export type MdxProblemKind =
  | 'import'
  | 'expression'
  | 'unknown-component'
  | 'html'
  | 'unknown-attribute'
  | 'attribute-value'
  | 'spread'
  | 'handler'
  | 'style'
  | 'url'
  | 'children'
  | 'comment'
  | 'less-than'
  | 'unclosed'
  | 'syntax';

export interface MdxProblem extends Place {
  kind: MdxProblemKind;
  /** The offending piece: an element name, an attribute, a URL, an expression. */
  value: string;
  /** The component that an attribute belongs to. */
  component?: string;
  message?: string;
}

export interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  alt?: string | null;
  depth?: number;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: Place & { offset: number }; end: Place & { offset: number } };
}

export interface InspectedMdx {
  /** The build's own parse; undefined when the body cannot be parsed at all. */
  tree: MdxNode | undefined;
  problems: MdxProblem[];
}

/** Features of Markdown that are switched on, for the gate and the loader alike. */
export const MARKDOWN_FEATURES = {
  frontmatter: false,
  smartPunctuation: false,
  gfm: { footnotes: { label: '注释', backLabel: '回到正文的注释{reference}', clobberPrefix: '' } },
} as const;

const MAX_REPAIRS = 20;
const SAFE_URL = /^(?:https?:|mailto:|tel:|\/|\.{0,2}\/|#|[^:]*$)/i;

/** True for a link that cannot run code: no scheme but http, https, mailto, tel. Control characters are ignored as browsers do. */
export function isSafeUrl(url: string): boolean {
  // eslint-disable-next-line no-control-regex -- browsers drop these characters before they read the scheme
  return SAFE_URL.test(url.replace(/[\u0000-\u0020\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, ''));
}

/**
 * Parses the body of an entry with the build's own parser and lists everything an author's file may not contain, each with its
 * place in the body. After a syntax error the offending character is blanked and the parse repeated, so that all are found.
 */
export function inspectMdx(body: string): InspectedMdx {
  const problems: MdxProblem[] = [];
  let text = body;
  for (let attempt = 0; attempt < MAX_REPAIRS; attempt += 1) {
    try {
      const tree = mdxToMdast(text, { features: MARKDOWN_FEATURES }) as MdxNode;
      visit(tree, problems);
      return { tree, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
    } catch (error) {
      const problem = syntaxProblem(error instanceof Error ? error.message : String(error), text);
      problems.push(problem);
      const repaired = blank(text, problem);
      if (repaired === text) break;
      text = repaired;
    }
  }
  return { tree: undefined, problems };
}

function syntaxProblem(raw: string, text: string): MdxProblem {
  const [, line = '1', column = '1', message = raw] = /^(\d+):(\d+): ([^]*)$/.exec(raw) ?? [];
  const reported = { line: Number(line), column: Number(column) };
  const place = nearestAngle(text, reported);
  const rest = (text.split('\n')[place.line - 1] ?? '').slice(place.column - 1);
  const value = rest.slice(0, 20);
  if (message.includes('oxc') || message.includes('expression') || rest.startsWith('{'))
    return { ...place, kind: 'expression', value, message };
  if (rest.startsWith('<!--')) return { ...place, kind: 'comment', value, message };
  const tag = /^<\/?([A-Za-z][\w.-]*)/.exec(rest)?.[1];
  if (tag !== undefined)
    return {
      ...place,
      kind: isAuthorComponent(tag) ? 'unclosed' : /^[a-z]/.test(tag) ? 'html' : 'unknown-component',
      value: tag,
      message,
    };
  if (rest.startsWith('<')) return { ...place, kind: 'less-than', value, message };
  return { ...place, kind: 'syntax', value, message };
}

/** The parser points just behind a `<` as often as at it. */
function nearestAngle(text: string, place: Place): Place {
  const line = text.split('\n')[place.line - 1] ?? '';
  if (/[<{]/.test(line[place.column - 1] ?? '')) return place;
  const before = Math.max(line.lastIndexOf('<', place.column - 1), line.lastIndexOf('{', place.column - 1));
  return before >= 0 ? { line: place.line, column: before + 1 } : place;
}

/** Replaces the offending mark by a blank of the same width, so that every later place stays right. */
function blank(text: string, { line, column }: Place): string {
  const lines = text.split('\n');
  const source = lines[line - 1] ?? '';
  if (source[column - 1] === undefined || source[column - 1] === ' ') return text;
  lines[line - 1] = `${source.slice(0, column - 1)} ${source.slice(column)}`;
  return lines.join('\n');
}

function visit(node: MdxNode, problems: MdxProblem[]): void {
  const start = node.position?.start;
  const place = { line: start?.line ?? 1, column: start?.column ?? 1 };
  switch (node.type) {
    case 'mdxjsEsm':
      problems.push({ ...place, kind: 'import', value: (node.value ?? '').split('\n')[0] ?? '' });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      problems.push({
        ...place,
        kind: /^\s*\/\*/.test(node.value ?? '') ? 'comment' : 'expression',
        value: `{${node.value ?? ''}}`,
      });
      break;
    case 'html':
      problems.push({ ...place, kind: 'html', value: node.value ?? '' });
      break;
    case 'link':
    case 'image':
    case 'definition':
      if (!isSafeUrl(node.url ?? '')) problems.push({ ...place, kind: 'url', value: node.url ?? '' });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      inspectElement(node, place, problems);
      break;
  }
  for (const child of node.children ?? []) visit(child, problems);
}

function inspectElement(node: MdxNode, place: Place, problems: MdxProblem[]): void {
  const name = node.name ?? '';
  if (!isAuthorComponent(name)) {
    problems.push({ ...place, kind: /^[a-z]/.test(name) || name === '' ? 'html' : 'unknown-component', value: name });
    return;
  }
  const component = authorComponents[name];
  const values: Record<string, string> = {};
  for (const attribute of node.attributes ?? []) {
    const key = attribute.name ?? '';
    const problem = attributeProblem(attribute);
    if (problem !== undefined) problems.push({ ...place, ...problem, component: name });
    else values[key] = attribute.value as string;
  }
  const result = component.attributes.safeParse(values);
  for (const issue of result.error?.issues ?? []) {
    problems.push({
      ...place,
      kind: issue.code === 'unrecognized_keys' ? 'unknown-attribute' : 'attribute-value',
      value: issue.path.join('.'),
      component: name,
      message: issue.message,
    });
  }
  if (!component.children && (node.children ?? []).length > 0) problems.push({ ...place, kind: 'children', value: name });
}

function attributeProblem(attribute: {
  type: string;
  name?: string;
  value?: unknown;
}): Pick<MdxProblem, 'kind' | 'value'> | undefined {
  const name = attribute.name ?? '';
  if (attribute.type === 'mdxJsxExpressionAttribute')
    return { kind: 'spread', value: typeof attribute.value === 'string' ? attribute.value : '' };
  if (/^on/i.test(name)) return { kind: 'handler', value: name };
  if (/^style$|^class(Name)?$/i.test(name)) return { kind: 'style', value: name };
  if (typeof attribute.value !== 'string') return { kind: 'expression', value: name };
  return isSafeUrl(attribute.value) ? undefined : { kind: 'url', value: attribute.value };
}
