import type { ImageMetadata } from 'astro';
// The runtime half of astro:content is not needed here and would cost half a second.
import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import { entryLoader, yamlLoader } from './loader/entries.ts';
import type { Block, Heading } from './schemas/blocks.ts';
import type { Branch } from './schemas/branch.ts';
import type { Commitment } from './schemas/commitment.ts';
import type { Cooperative } from './schemas/cooperative.ts';
import type { Figure } from './schemas/figure.ts';
import type { CollectionName } from './schemas/index.ts';
import type { Meeting } from './schemas/meeting.ts';
import type { News } from './schemas/news.ts';
import type { Page } from './schemas/page.ts';
import type { Report } from './schemas/report.ts';
import type { Site } from './schemas/site.ts';
import type { Standard } from './schemas/standard.ts';

/**
 * Binds folders to the model. The loader has checked the fields with the full schema, built once: Astro would build it anew for
 * every entry (12 ms) and put its own English messages over ours. Only the pictures are left to it.
 */
const entry = <Fields, Companions = unknown>(name: CollectionName) =>
  defineCollection({
    loader: entryLoader(name),
    schema: ({ image }: { image: () => z.ZodType<ImageMetadata> }) =>
      z.object({
        fields: z.custom<Fields>(),
        body: z.custom<{ blocks: Block[]; headings: Heading[] }>(),
        companions: z.custom<Partial<Companions>>(),
        pictures: z.record(z.string(), image()),
      }),
  });

export const collections = {
  site: defineCollection({ loader: yamlLoader('site'), schema: z.object({ fields: z.custom<Site>() }) }),
  standards: defineCollection({ loader: yamlLoader('standards'), schema: z.object({ fields: z.custom<Standard>() }) }),
  news: entry<News>('news'),
  branches: entry<Branch, { meetings: Meeting[] }>('branches'),
  cooperatives: entry<Cooperative>('cooperatives'),
  reports: entry<Report, { figures: Figure[]; commitments: Commitment[] }>('reports'),
  pages: entry<Page>('pages'),
};
