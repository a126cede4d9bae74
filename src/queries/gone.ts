import { href } from './addresses.ts';
import { everyEntry } from './every-entry.ts';
import { frame, head } from './frame.ts';
import { staticPath } from './shared.ts';
import { store, type Public } from './store.ts';
import type { GoneView, StaticPath } from './views/page.ts';

interface Place {
  path: string;
  /** The path of the menu item that the page belongs to. */
  section: string;
}

type Withdrawable = Public<{ withdrawn?: { on: string; reason: string } | undefined }>;

/** The route of an entry: its page, or the tombstone when it was taken down. */
export async function entryPath<V, P extends Record<string, string | undefined>>(
  entry: Withdrawable,
  params: P,
  place: Place,
  view: () => Promise<V>,
): Promise<StaticPath<V | GoneView, P>> {
  if (!entry.tombstone) return staticPath<V | GoneView, P>(params, await view());
  const gone: GoneView = {
    frame: await frame(place.section),
    head: await head({ title: `信息已撤下（${entry.id}）`, description: '这条信息已撤下，内容不再显示。', path: place.path }),
    gone: entry.fields.withdrawn ?? { on: '', reason: '' },
  };
  return staticPath<V | GoneView, P>(params, gone);
}

/** The addresses of all that was taken down, old ones included; each has a page that says so. What was never published is not in the store. */
export async function goneAddresses(): Promise<string[]> {
  return everyEntry(await store())
    .filter(({ entry }) => entry.tombstone)
    .flatMap(({ path, former }) => [path, ...former.map((old) => `/${old}/`)])
    .map(href)
    .sort();
}
