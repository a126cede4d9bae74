/** How many pages a reader's device keeps. */
export const KEPT = 30;

/** After so long a copy is not shown any more: what was taken down meanwhile must not live on where there never is a network. */
export const LONGEST = 30 * 86_400_000;

/** A 公示 names persons for a time only: its page is never kept. */
export const mayBeKept = (html: string): boolean => !html.includes('data-ends=');

/** Says at the top of a page that it is a copy, and of what day. */
export function withBanner(html: string, kept: Date): string {
  const day = `${kept.getMonth() + 1}月${kept.getDate()}日`;
  const banner = `<p class="panel" role="status">您现在没有网络，看到的是${day}存下的页面，之后可能有更正。</p>`;
  return html.replace(/<main[^>]*>/, (tag) => tag + banner);
}

/** True for the page of an address that is gone, and for a page that leads there: it may still tell the title. */
export const tellsOf = (gone: readonly string[], path: string, html: string): boolean =>
  gone.some((address) => path === address || html.includes(`"${address}`));

/** The addresses that were not on the list before: pages that were kept since know of the others. */
export const newlyGone = (now: readonly string[], before: readonly string[]): string[] =>
  now.filter((address) => !before.includes(address));

/** Some of the kept pages, others at every turn, to ask whether they are still there. */
export function someOf<T>(pages: readonly T[], turn: number, count = 5): T[] {
  if (pages.length <= count) return [...pages];
  const from = (turn * count) % pages.length;
  return [...pages, ...pages].slice(from, from + count);
}

const titleOf = (html: string): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

/** What stands in place of a page that was not kept: the ones that were. Titles come from the site's own pages and are escaped there. */
export function notKept(pages: readonly { url: string; html: string }[]): string {
  const rows = pages.map(({ url, html }) => `<li><a href="${url}">${titleOf(html)}</a></li>`).join('');
  const others = rows === '' ? '' : `<p>存下来的有：</p><ul>${rows}</ul>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>没有网络</title><h1>没有网络</h1><p>这个网页没有存下来，连上网以后再打开。</p>${others}</html>`;
}
