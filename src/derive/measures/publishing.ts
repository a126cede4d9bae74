import { sumMeasure } from './measure.ts';

/** How much was published, by column. */
export const publishingMeasures = [
  sumMeasure({
    id: 'news-published',
    title: '发布的动态',
    definition: '当年发布、现在仍能看到的动态，一篇算一篇，按栏目分；撤下的不算',
    unit: '篇',
    entries: ({ news, site }, year) =>
      news
        .filter(({ data }) => data.date.startsWith(`${String(year)}-`))
        .map(({ id, data }) => ({
          collection: 'news' as const,
          id,
          amount: 1,
          label: data.title,
          group: site.columns.find((column) => column.id === data.column)?.name ?? data.column,
          on: data.date.slice(0, 10),
        })),
  }),
];
