import type { Sheet, SheetRow } from '../derive/sheet.ts';

/** What the head of the sheet says. */
export interface SheetHead {
  site: string;
  today: string;
  /** What is compared, as git names it. */
  base: string;
  head: string;
  errors: number;
  warnings: number;
}

const SECTIONS: { key: 'pages' | 'feeds' | 'figures' | 'promises' | 'unseen'; title: string; none: string }[] = [
  { key: 'pages', title: '页面', none: '没有页面变化。' },
  { key: 'feeds', title: '订阅', none: '订阅的人不会收到新内容。' },
  { key: 'figures', title: '数字', none: '没有数字变化。' },
  { key: 'promises', title: '承诺', none: '没有承诺变化。' },
  { key: 'unseen', title: '改了但不公开的', none: '没有。' },
];

const gate = ({ errors, warnings }: SheetHead): string =>
  errors === 0 ? `核对通过（提醒 ${warnings} 处）` : `核对有 ${errors} 处错误，改完才能发布`;

/** The sheet for a terminal. */
export function sheetText(sheet: Sheet, head: SheetHead): string {
  const line = ({ change, place, title, details }: SheetRow): string =>
    `  [${change}] ${title}\u3000${place}${details.length === 0 ? '' : `\n         ${details.join('、')}`}`;
  const sections = SECTIONS.map(({ key, title, none }) => {
    const rows = sheet[key];
    return `${title}（${rows.length}）\n${rows.length === 0 ? `  ${none}` : rows.map(line).join('\n')}`;
  });
  const follow = sheet.follow.length === 0 ? [] : [`连带变化的页面（${sheet.follow.length}）\n  ${sheet.follow.join('  ')}`];
  return [
    `发布单\u3000${head.site}\u3000${head.today}\n${head.base} → ${head.head}\u3000${gate(head)}`,
    ...sections,
    ...follow,
  ].join('\n\n');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function table(rows: readonly SheetRow[]): string {
  const cells = rows.map(
    ({ change, place, title, details }) =>
      `<tr><td>${change}</td><td>${escape(title)}<br><code>${escape(place)}</code></td><td>${escape(details.join('、'))}</td></tr>`,
  );
  return `<table><thead><tr><th>变化</th><th>内容</th><th>说明</th></tr></thead><tbody>${cells.join('')}</tbody></table>`;
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
  const follow =
    sheet.follow.length === 0
      ? ''
      : `<h2>连带变化的页面</h2><p>${sheet.follow.map((path) => `<code>${escape(path)}</code>`).join('\u3000')}</p>`;
  const steps = ['提出', '审核（保密审查、事实核对）', '审批'].map(
    (step) => `<tr><td>${step}</td><td></td><td></td><td></td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>发布单 ${escape(head.today)}</title>
<style>${STYLE}</style></head><body>
<h1>发布单</h1>
<p>${escape(head.site)}\u3000${escape(head.today)}<br>比较：<code>${escape(head.base)}</code> → <code>${escape(head.head)}</code><br>${escape(gate(head))}</p>
${sections.join('\n')}
${follow}
<h2>签字</h2>
<table class="sign"><thead><tr><th>步骤</th><th>意见</th><th>签字</th><th>日期</th></tr></thead><tbody>${steps.join('')}</tbody></table>
</body></html>
`;
}
