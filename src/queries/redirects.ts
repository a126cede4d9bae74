import { absolute, href, paths } from './addresses.ts';
import { formerPaths } from './former-paths.ts';
import { frame, head } from './frame.ts';
import { staticPath } from './shared.ts';
import { posterPaths } from './posters.ts';
import { store, type Public } from './store.ts';
import type { MovedView, StaticPath } from './views/page.ts';

type Renamed = Public<{ formerly?: string[] | undefined }>;

/** The old addresses of renamed entries, and of their posters: QR codes on paper must still lead somewhere. */
export async function redirectPaths(): Promise<StaticPath<MovedView, { old: string }>[]> {
  const content = await store();
  const posters = new Set((await posterPaths()).map(({ params }) => `/${params.path}/`));
  const moved = [
    ...from(content.news, 'news', paths.newsEntry),
    ...from(content.branches, 'branches', paths.branch),
    ...from(content.cooperatives, 'cooperatives', paths.cooperative),
    ...from(content.reports, 'reports', paths.report),
    ...from(content.pages, '', paths.page),
  ].flatMap(({ old, to }) => [
    { old, to },
    { old: `${old}/poster`, to: posters.has(to) ? paths.poster(to) : to },
  ]);
  return Promise.all(
    moved.map(async ({ old, to }) =>
      staticPath(
        { old },
        {
          frame: await frame(paths.home),
          head: await head({
            title: `网页搬到了新地址（${old}）`,
            description: '这个网页换了地址，正在转过去。',
            path: `/${old}/`,
          }),
          to: { href: href(to), text: absolute(to) },
        },
      ),
    ),
  );
}

function from(entries: Renamed[], folder: string, path: (id: string) => string): { old: string; to: string }[] {
  return entries.flatMap(({ id, fields }) => formerPaths(folder, fields).map((old) => ({ old, to: path(id) })));
}
