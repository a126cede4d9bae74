import { KEPT, LONGEST, mayBeKept, tellsOf } from './copies.ts';

const KEPT_AT = 'x-kept';

/** A page as it was kept. */
export interface Copy {
  url: string;
  path: string;
  html: string;
  kept: Date;
}

/** Query and fragment say nothing about what a page holds, and what a reader searched for is not kept. */
const keyOf = (address: string): string => address.replace(/[?#].*$/, '');

/** The copies of one site: its pages, the pictures and scripts that they name. Names hold the site's address, as one host may have several. */
export function shelf(scope: string) {
  const open = (what: 'pages' | 'files' | 'state'): Promise<Cache> => caches.open(`mingbang-${what} ${scope}`);

  async function copies(): Promise<Copy[]> {
    const pages = await open('pages');
    const found: Copy[] = [];
    for (const { url } of await pages.keys()) {
      const response = await pages.match(url);
      const kept = Number(response === undefined ? 0 : response.headers.get(KEPT_AT));
      if (response === undefined || Date.now() - kept > LONGEST) await pages.delete(url);
      else found.push({ url, path: new URL(url).pathname, html: await response.text(), kept: new Date(kept) });
    }
    return found;
  }

  /** Deletes the pictures and scripts of pages that are not kept any more. */
  async function sweep(): Promise<void> {
    const [pages, files] = [await copies(), await open('files')];
    for (const { url } of await files.keys()) {
      const { pathname } = new URL(url);
      if (!pages.some(({ html }) => html.includes(pathname))) await files.delete(url);
    }
  }

  /** Keeps a page that was just opened, in place of an older copy; an answer that is none takes the copy away. */
  async function keep(address: string, response: Response): Promise<void> {
    // A server in trouble says nothing about the page, nor does one that sends the reader on.
    if (response.type !== 'basic' || response.status >= 500) return;
    const pages = await open('pages');
    const key = keyOf(address);
    const html = await response.text();
    await pages.delete(key);
    const isPage = response.status === 200 && (response.headers.get('content-type') ?? '').startsWith('text/html');
    if (!isPage || !mayBeKept(html)) return;
    const headers = { 'content-type': 'text/html; charset=utf-8', [KEPT_AT]: String(Date.now()) };
    await pages.put(key, new Response(html, { headers }));
    // In the order in which they were last opened.
    const keys = await pages.keys();
    await Promise.all(keys.slice(0, -KEPT).map((old) => pages.delete(old)));
  }

  return {
    copies,
    keep,
    sweep,
    copyOf: async (address: string): Promise<Copy | undefined> => (await copies()).find(({ url }) => url === keyOf(address)),
    keepFile: async (request: Request, response: Response): Promise<void> => {
      if (response.status === 200) await (await open('files')).put(request, response);
    },
    file: async (request: Request): Promise<Response | undefined> => (await open('files')).match(request),
    /** Deletes the copies of what is gone, and those that tell of it. */
    drop: async (gone: readonly string[]): Promise<void> => {
      const pages = await open('pages');
      for (const { url, path, html } of await copies()) if (tellsOf(gone, path, html)) await pages.delete(url);
    },
    /** The list of what is gone as it was last read. */
    lastList: async (): Promise<string[]> => {
      const response = await (await open('state')).match(scope);
      return response === undefined ? [] : ((await response.json()) as string[]);
    },
    rememberList: async (gone: readonly string[]): Promise<void> =>
      (await open('state')).put(scope, new Response(JSON.stringify(gone))),
  };
}
