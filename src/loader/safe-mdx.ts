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
  /** Of a definition, and of what refers to it. */
  identifier?: string;
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
const SAFE_URL = /^(?:https?:|mailto:|tel:|\/|\.{0,2}\/|[#?]|[^:]*$)/i;

/** True for a link that cannot run code: no scheme but http, https, mailto, tel. Control characters are ignored as browsers do. */
export function isSafeUrl(url: string): boolean {
  return SAFE_URL.test(withoutInvisible(url));
}

/** Without what browsers drop before they read the scheme, and what no reader sees. */
function withoutInvisible(url: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters that are meant
  return url.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, '');
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
      visit(tree, text, problems);
      return { tree, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
    } catch (error) {
      const problem = syntaxProblem(error instanceof Error ? error.message : String(error), text);
      if (!isEcho(problem, text, problems)) problems.push(problem);
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
  const address = /^<(?:https?:\/\/|[\w.+-]+@)[^>\s]*/i.exec(rest)?.[0];
  if (address !== undefined) return { ...place, kind: 'less-than', value: address, message };
  const tag = /^<\/?([A-Za-z][\w.-]*)/.exec(rest)?.[1];
  // A tag that is there but cannot be read: a quote or a bracket is missing.
  if (tag !== undefined && isAuthorComponent(tag) && message.startsWith('Unexpected character'))
    return { ...place, kind: 'syntax', value: /^[^>]*>?/.exec(rest)?.[0] ?? tag, message };
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

/** The end tag whose start tag was just blanked: one mistake, said once. */
function isEcho({ line, column, value }: MdxProblem, text: string, problems: readonly MdxProblem[]): boolean {
  const rest = (text.split('\n')[line - 1] ?? '').slice(column - 1);
  return rest.startsWith('</') && problems.some((problem) => problem.value === value || problem.value.startsWith(`<${value}`));
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

/** What Markdown is made of. A kind of node that is not listed is refused, whatever a later parser may bring. */
const PLAIN = new Set([
  ...['root', 'paragraph', 'text', 'heading', 'strong', 'emphasis', 'delete', 'inlineCode', 'code', 'break', 'thematicBreak'],
  ...['list', 'listItem', 'blockquote', 'table', 'tableRow', 'tableCell', 'linkReference', 'imageReference'],
  ...['footnoteReference', 'footnoteDefinition'],
]);

/** Schemes that no attribute has a use for. Attributes hold text, in which a colon is nothing unusual. */
const SCRIPT_URL = /^(?:javascript|vbscript|data|blob|file|filesystem|view-source):/i;

function visit(node: MdxNode, text: string, problems: MdxProblem[]): void {
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
      inspectElement(node, text, place, problems);
      break;
    default:
      if (!PLAIN.has(node.type)) problems.push({ ...place, kind: 'syntax', value: node.type });
  }
  for (const child of node.children ?? []) visit(child, text, problems);
}

function inspectElement(node: MdxNode, text: string, place: Place, problems: MdxProblem[]): void {
  const name = node.name ?? '';
  if (!isAuthorComponent(name)) {
    problems.push({ ...place, kind: /^[a-z]/.test(name) || name === '' ? 'html' : 'unknown-component', value: name });
    return;
  }
  const component = authorComponents[name];
  const shape: object = component.attributes.shape;
  const values: Record<string, string> = {};
  for (const attribute of node.attributes ?? []) {
    const key = attribute.name ?? '';
    const problem = attributeProblem(attribute, Object.hasOwn(shape, key));
    if (problem === undefined) values[key] = attribute.value as string;
    else problems.push({ ...(attributePlace(node, text, attribute.name) ?? place), ...problem, component: name });
  }
  for (const { path, message } of component.attributes.safeParse(values).error?.issues ?? []) {
    const key = String(path[0] ?? '');
    if (problems.some((problem) => problem.component === name && problem.value === key && problem.kind === 'expression'))
      continue;
    problems.push({
      ...(attributePlace(node, text, key) ?? place),
      kind: 'attribute-value',
      value: key,
      component: name,
      message,
    });
  }
  if (!component.children && (node.children ?? []).length > 0) problems.push({ ...place, kind: 'children', value: name });
}

function attributeProblem(
  attribute: { type: string; name?: string; value?: unknown },
  known: boolean,
): Pick<MdxProblem, 'kind' | 'value'> | undefined {
  const name = attribute.name ?? '';
  if (attribute.type !== 'mdxJsxAttribute')
    return { kind: 'spread', value: typeof attribute.value === 'string' ? attribute.value : '' };
  if (/^on/i.test(name)) return { kind: 'handler', value: name };
  if (/^style$|^class(Name)?$/i.test(name)) return { kind: 'style', value: name };
  if (!known) return { kind: 'unknown-attribute', value: name };
  if (typeof attribute.value !== 'string') return { kind: 'expression', value: name };
  return SCRIPT_URL.test(withoutInvisible(attribute.value)) ? { kind: 'url', value: attribute.value } : undefined;
}

/** Where an attribute (or, without a name, a spread) stands in the opening tag. */
function attributePlace({ position }: MdxNode, text: string, name: string | undefined): Place | undefined {
  if (position === undefined) return undefined;
  const tag = text.slice(position.start.offset, position.end.offset);
  const index = name === undefined ? tag.indexOf('{') : indexOfWord(tag, name);
  if (index < 0) return undefined;
  const before = text.slice(0, position.start.offset + index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function indexOfWord(tag: string, name: string): number {
  const escaped = name.replace(/[^\w]/g, '\\$&');
  return name === '' ? -1 : tag.search(new RegExp(`(?<=[\\s"'}])${escaped}(?=[\\s=/>])`));
}
