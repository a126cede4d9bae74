import { branchCard } from './branches.ts';
import { cooperativeCard } from './cooperatives.ts';
import { href, paths } from './addresses.ts';
import { frame, head } from './frame.ts';
import { newsCards, standing, staticPath } from './shared.ts';
import { store, type Store } from './store.ts';
import type { VillageView } from './views/branch.ts';
import type { Link, StaticPath } from './views/page.ts';

const NEWS = 12;

const inVillage =
  (id: string) =>
  ({ fields }: { fields: { villages?: string[] | undefined } }): boolean =>
    fields.villages?.includes(id) === true;

/** Villages that anything on the site speaks of, with their pages, in the order of `site.yaml`. */
export function villageLinks(content: Store, ids?: readonly string[]): Link[] {
  const used = [...standing(content.branches), ...standing(content.cooperatives), ...standing(content.news)];
  return content.site.villages
    .filter(({ id }) => (ids === undefined || ids.includes(id)) && used.some(inVillage(id)))
    .map(({ id, name }) => ({ href: href(paths.village(id)), text: name }));
}

/** `/villages/<id>/`: the branch, whom to call, the co-ops and the news of a village. */
export async function villagePaths(): Promise<StaticPath<VillageView, { village: string }>[]> {
  const content = await store();
  const shown = new Set(villageLinks(content).map(({ text }) => text));
  return Promise.all(
    content.site.villages
      .filter(({ name }) => shown.has(name))
      .map(async ({ id, name }) => {
        const branches = standing(content.branches).filter(inVillage(id));
        const view: VillageView = {
          frame: await frame(paths.branches),
          head: await head({
            title: name,
            description: `${name}的党支部、网格长电话、合作社和家庭农场，还有村里的动态。`,
            path: paths.village(id),
            trail: [{ href: href(paths.branches), text: '党支部' }],
          }),
          name,
          others: villageLinks(content).map((link) => ({ ...link, current: link.text === name })),
          branches: branches.map((entry) => branchCard(content, entry)),
          grids: branches.flatMap(({ fields }) =>
            (fields.grids ?? []).map((grid) => ({
              name: grid.name,
              area: grid.area,
              leader: grid.leader.post,
              phone: grid.leader.phone,
            })),
          ),
          cooperatives: standing(content.cooperatives)
            .filter(inVillage(id))
            .map((entry) => cooperativeCard(content, entry)),
          news: newsCards(content, ({ villages }) => villages?.includes(id) === true, NEWS),
        };
        return staticPath({ village: id }, view);
      }),
  );
}
