import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { entryLoader, yamlLoader } from './loader/entries.ts';
import type { Block, Heading } from './schemas/blocks.ts';
import { commitmentSchema } from './schemas/commitment.ts';
import { figureSchema } from './schemas/figure.ts';
import { collections as registry, documents, type CollectionName } from './schemas/index.ts';
import { meetingSchema } from './schemas/meeting.ts';
import type { SchemaTools } from './schemas/tools.ts';

/** What the loader adds to the fields of every entry: the rendered body and the rows of the files beside it. */
const entry = <N extends CollectionName, C extends z.ZodRawShape>(name: N, companions: C) =>
  defineCollection({
    loader: entryLoader(name),
    schema: (tools: SchemaTools<ImageMetadata>) =>
      z.object({
        fields: registry[name].schema(tools) as ReturnType<(typeof registry)[N]['schema']>,
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
  news: entry('news', {}),
  branches: entry('branches', { meetings: z.array(meetingSchema()).default([]) }),
  cooperatives: entry('cooperatives', {}),
  reports: entry('reports', { figures: z.array(figureSchema()).default([]), commitments: z.array(commitmentSchema()).default([]) }),
  pages: entry('pages', {}),
};
