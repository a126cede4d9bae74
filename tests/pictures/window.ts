import { textWidth } from '../../src/lib/text-width.ts';
import type { Run } from './screen.ts';

const SIZE = 17;
/** A column of the terminal; Chinese characters take two. Set by hand, for the test font has no letters of equal width. */
const COLUMN = 9.8;

const COLOURS: Record<string, string> = {
  31: '#ff8b84',
  32: '#7ee08a',
  33: '#ffd866',
  34: '#8ab8ff',
  36: '#67d8ef',
  90: '#9aa0a6',
};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function cells({ text, style }: Run): string {
  const codes = style.split(' ');
  if (codes.includes('8')) return '';
  const colour = codes.map((code) => COLOURS[code]).find(Boolean);
  const css = [
    colour === undefined ? '' : `color:${colour}`,
    codes.includes('2') ? 'opacity:.75' : '',
    codes.includes('1') ? 'font-weight:700;color:#fff' : '',
    codes.includes('9') ? 'text-decoration:line-through' : '',
  ];
  const inner = Array.from(
    text,
    (character) => `<i class="${/[mwMW%@]/.test(character) ? 'wide' : `c${textWidth(character)}`}">${escape(character)}</i>`,
  ).join('');
  return `<span style="${css.filter(Boolean).join(';')}">${inner}</span>`;
}

const page = (
  title: string,
  css: string,
  body: string,
): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
body{margin:0;padding:14px;width:max-content;background:#fff;font:${SIZE}px/1.6 sans-serif}
.window{border-radius:10px;overflow:hidden;box-shadow:0 0 0 1px #0003,0 3px 8px #0003}
.bar{display:flex;align-items:center;padding:7px 14px;background:#e4e6e9;color:#333;font-size:15px;justify-content:space-between}
.bar b{font-weight:400;letter-spacing:14px;color:#555;margin-right:-14px}
.line{display:block;min-height:1.6em;width:max-content;white-space:pre}
${css}</style><div class="window"><div class="bar">${escape(title)}<b>─□×</b></div><div class="text">${body}</div></div></html>`;

/** A terminal with what stands on its screen. */
export function terminalWindow(screen: readonly Run[][], columns: number): string {
  const css = `.text{background:#1d2125;color:#e6e8ea;padding:12px 16px 16px;width:${Math.ceil(columns * COLUMN)}px}
i{font-style:normal;display:inline-block;text-align:center;width:${COLUMN}px}i.c2{width:${2 * COLUMN}px}i.wide{transform:scaleX(.8)}`;
  const lines = screen.map((runs) => `<span class="line">${runs.map(cells).join('')}</span>`);
  return page('命令提示符', css, lines.join(''));
}

/** A text editor with some lines of a file. */
export function editorWindow(name: string, lines: readonly string[]): string {
  const css = `.text{background:#fff;color:#111;padding:10px 16px 14px;width:700px}.line{white-space:pre-wrap;width:auto;max-width:max-content}.note{color:#777}`;
  const body = lines.map((line) => `<span class="line${/^\s*#/.test(line) ? ' note' : ''}">${escape(line)}</span>`);
  return page(`${name} - 记事本`, css, body.join(''));
}
