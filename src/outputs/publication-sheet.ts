import { coverPersonalData } from '../lib/personal-data.ts';
import type { Sheet, SheetRow } from '../derive/sheet/model.ts';

/** What the head of the sheet says. */
export interface SheetHead {
  site: string;
  today: string;
  /** What is compared, as git names it. */
  base: string;
  head: string;
  /** How many files outside `content/` differ. */
  elsewhere: number;
  errors: number;
  warnings: number;
}

const SECTIONS: { key: Exclude<keyof Sheet, 'follow'>; title: string; none: string }[] = [
  { key: 'pages', title: '页面', none: '没有页面变化。' },
  { key: 'feeds', title: '订阅', none: '订阅的人不会收到新内容。' },
  { key: 'figures', title: '数字', none: '没有数字变化。' },
  { key: 'promises', title: '承诺', none: '没有承诺变化。' },
  { key: 'unseen', title: '改了但现在不公开的', none: '没有。' },
  { key: 'others', title: '其他改动的文件', none: '没有。' },
];

const gate = ({ errors, warnings }: SheetHead): string =>
  errors === 0 ? `核对通过（提醒 ${warnings} 处）` : `核对有 ${errors} 处错误，改完才能发布；有错误的地方下面可能说得不全`;

const elsewhere = ({ elsewhere: files }: SheetHead): string =>
  files === 0 ? '' : `content/ 以外还改了 ${files} 个文件（程序和它的设置）：对页面的影响不在这张单子里，请另外核对。`;

/** How much of a long list is written out; the rest is counted, and named by its places. */
const MOST = { rows: 40, details: 8, places: 60 };

const cut = (list: readonly string[], most: number, unit: string): string[] =>
  list.length <= most ? [...list] : [...list.slice(0, most), `……还有 ${list.length - most} ${unit}`];

/** What stands in no row of its own any more, by what happened: `另外 修改 35 处：/a/ /b/`. */
function restOf(rows: readonly SheetRow[]): string[] {
  const rest = rows.slice(MOST.rows);
  return [...new Set(rest.map(({ change }) => change))].map((change) => {
    const places = rest.filter((row) => row.change === change).map(({ place }) => place);
    return `另外 ${change} ${places.length} 处：${cut(places, MOST.places, '处').join('\u3000')}`;
  });
}

/** Nobody's number is repeated, whatever the texts say: the sheet is printed and passed on. */
const readable = (row: SheetRow): SheetRow => ({
  ...row,
  title: coverPersonalData(row.title),
  details: cut(row.details, MOST.details, '处').map(coverPersonalData),
});

/** The sheet for a terminal. */
export function sheetText(sheet: Sheet, head: SheetHead): string {
  const line = (row: SheetRow): string => {
    const { change, place, title, details } = readable(row);
    const name = title === '' ? place : `${title}\u3000${place}`;
    return [`  [${change}] ${name}`, ...details.map((detail) => `         ${detail}`)].join('\n');
  };
  const sections = SECTIONS.map(({ key, title, none }) => {
    const rows = sheet[key];
    const lines = [...rows.slice(0, MOST.rows).map(line), ...restOf(rows).map((text) => `  ${text}`)];
    return `${title}（${rows.length}）\n${rows.length === 0 ? `  ${none}` : lines.join('\n')}`;
  });
  const { follow } = sheet;
  return [
    `发布单\u3000${head.site}\u3000${head.today}\n${head.base} → ${head.head}\u3000${gate(head)}`,
    ...(head.elsewhere === 0 ? [] : [elsewhere(head)]),
    ...sections,
    ...(follow.length === 0 ? [] : [`连带变化的页面（${follow.length}）\n  ${cut(follow, MOST.places, '页').join('  ')}`]),
  ].join('\n\n');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function table(rows: readonly SheetRow[]): string {
  const cells = rows.slice(0, MOST.rows).map((row) => {
    const { change, place, title, details } = readable(row);
    const name = title === '' ? '' : `${escape(title)}<br>`;
    return `<tr><td>${change}</td><td>${name}<code>${escape(place)}</code></td><td>${details.map(escape).join('<br>')}</td></tr>`;
  });
  const rest = restOf(rows).map((text) => `<p>${escape(text)}</p>`);
  return `<table><thead><tr><th>变化</th><th>内容</th><th>说明</th></tr></thead><tbody>${cells.join('')}</tbody></table>${rest.join('')}`;
}

const STYLE = `body{font:16px/1.7 sans-serif;max-width:52rem;margin:1rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3rem .5rem;text-align:left;vertical-align:top}
th:first-child,td:first-child{white-space:nowrap}code{font-size:.85em;word-break:break-all}.sign td{height:3rem;width:25%}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}`;

/** The sheet as one page that an approver reads, prints and signs; it stands alone and asks nothing of the network. */
export function sheetHtml(sheet: Sheet, head: SheetHead): string {
  const sections = SECTIONS.map(({ key, title, none }) => {
    const rows = sheet[key];
    return `<h2>${title}（${rows.length}）</h2>${rows.length === 0 ? `<p>${none}</p>` : table(rows)}`;
  });
  const places = cut(sheet.follow, MOST.places, '页').map((path) => `<code>${escape(path)}</code>`);
  const follow = places.length === 0 ? '' : `<h2>连带变化的页面（${sheet.follow.length}）</h2><p>${places.join('\u3000')}</p>`;
  const steps = ['提出', '审核（保密审查、事实核对）', '审批'].map(
    (step) => `<tr><td>${step}</td><td></td><td></td><td></td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>发布单 ${escape(head.today)}</title>
<style>${STYLE}</style></head><body>
<h1>发布单</h1>
<p>${escape(head.site)}\u3000${escape(head.today)}<br>比较：<code>${escape(head.base)}</code> → <code>${escape(head.head)}</code><br>${escape(gate(head))}${head.elsewhere === 0 ? '' : `<br>${escape(elsewhere(head))}`}</p>
${sections.join('\n')}
${follow}
<h2>签字</h2>
<table class="sign"><thead><tr><th>步骤</th><th>意见</th><th>签字</th><th>日期</th></tr></thead><tbody>${steps.join('')}</tbody></table>
</body></html>
`;
}
