import { absolute, href, paths } from './addresses.ts';
import { everyEntry } from './every-entry.ts';
import { frame, head } from './frame.ts';
import { staticPath } from './shared.ts';
import { posterPaths } from './posters.ts';
import { store } from './store.ts';
import type { MovedView, StaticPath } from './views/page.ts';

/** The old addresses of renamed entries, and of their posters: QR codes on paper must still lead somewhere. */
export async function redirectPaths(): Promise<StaticPath<MovedView, { old: string }>[]> {
  const content = await store();
  const posters = new Set((await posterPaths()).map(({ params }) => `/${params.path}/`));
  const moved = everyEntry(content).flatMap(({ path: to, former }) =>
    former.flatMap((old) => [
      { old, to },
      { old: `${old}/poster`, to: posters.has(to) ? paths.poster(to) : to },
    ]),
  );
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
