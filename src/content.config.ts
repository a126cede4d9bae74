import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { ImageMetadata } from 'astro';
import { entryLoader, yamlLoader } from './loader/entries.ts';
import type { Block, Heading } from './schemas/blocks.ts';
import { branchSchema } from './schemas/branch.ts';
import { commitmentSchema } from './schemas/commitment.ts';
import { cooperativeSchema } from './schemas/cooperative.ts';
import { figureSchema } from './schemas/figure.ts';
import { documents, type CollectionName } from './schemas/index.ts';
import { meetingSchema } from './schemas/meeting.ts';
import { newsSchema } from './schemas/news.ts';
import { pageSchema } from './schemas/page.ts';
import { reportSchema } from './schemas/report.ts';
import type { SchemaTools } from './schemas/tools.ts';

type Tools = SchemaTools<ImageMetadata>;

/** What the loader adds to the fields of every entry: the rendered body and the rows of the files beside it. */
const entry = <F extends z.ZodType, C extends z.ZodRawShape>(name: CollectionName, fields: (tools: Tools) => F, companions: C) =>
  defineCollection({
    loader: entryLoader(name),
    schema: (tools: Tools) =>
      z.object({
        fields: fields(tools),
        body: z.object({
          blocks: z.custom<Block[]>(Array.isArray),
          headings: z.custom<Heading[]>(Array.isArray),
          images: z.record(z.string(), tools.image()),
        }),
        companions: z.object(companions),
      }),
  });

export const collections = {
  site: defineCollection({ loader: yamlLoader('site'), schema: documents.site.schema() }),
  standards: defineCollection({ loader: yamlLoader('standards'), schema: documents.standards.schema() }),
  news: entry('news', (tools) => newsSchema(tools), {}),
  branches: entry('branches', (tools) => branchSchema(tools), { meetings: z.array(meetingSchema()).default([]) }),
  cooperatives: entry('cooperatives', (tools) => cooperativeSchema(tools), {}),
  reports: entry('reports', (tools) => reportSchema(tools), {
    figures: z.array(figureSchema()).default([]),
    commitments: z.array(commitmentSchema()).default([]),
  }),
  pages: entry('pages', pageSchema, {}),
};
