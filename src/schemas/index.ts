import type { z } from 'astro/zod';
import { branchSchema } from './branch.ts';
import { commitmentSchema } from './commitment.ts';
import { cooperativeSchema } from './cooperative.ts';
import { exceptionsSchema } from './exceptions.ts';
import { figureSchema } from './figure.ts';
import { meetingSchema } from './meeting.ts';
import { useChineseErrors } from './messages.ts';
import { newsSchema } from './news.ts';
import { pageSchema } from './page.ts';
import { peopleSchema } from './people.ts';
import { reportSchema } from './report.ts';
import { siteSchema } from './site.ts';
import { standardSchema } from './standard.ts';
import { termsSchema } from './terms.ts';

useChineseErrors();

/** A file beside an entry that belongs to its data: rows of a table, or a YAML list. */
export interface Companion {
  file: string;
  title: string;
  format: 'csv' | 'yaml';
  /** The schema of one row or list item. */
  item: z.ZodType;
}

/** The folders of `content/` that hold entries, `<folder>/<id>/index.mdx`, and the schema of each. */
export const collections = {
  news: { folder: 'news', title: '动态', depth: 2, schema: newsSchema, companions: {} },
  branches: {
    folder: 'branches',
    title: '党支部',
    depth: 1,
    schema: branchSchema,
    companions: { meetings: { file: 'meetings.csv', title: '会议记录', format: 'csv', item: meetingSchema } },
  },
  cooperatives: { folder: 'cooperatives', title: '产业', depth: 1, schema: cooperativeSchema, companions: {} },
  reports: {
    folder: 'reports',
    title: '年度报告',
    depth: 1,
    schema: reportSchema,
    companions: {
      figures: { file: 'figures.yaml', title: '报告里的数字', format: 'yaml', item: figureSchema },
      commitments: { file: 'commitments.yaml', title: '承诺账本', format: 'yaml', item: commitmentSchema },
    },
  },
  pages: { folder: 'pages', title: '常设页', depth: 1, schema: pageSchema, companions: {} },
} as const;

export type CollectionName = keyof typeof collections;

/** The single YAML files of `content/`. */
export const documents = {
  site: { file: 'site.yaml', title: '网站设置', schema: siteSchema },
  people: { file: 'people.yaml', title: '人员表', schema: peopleSchema },
  terms: { file: 'terms.yaml', title: '用词表', schema: termsSchema },
  exceptions: { file: 'exceptions.yaml', title: '例外表', schema: exceptionsSchema },
  standards: { folder: 'standards', title: '“五好”标准', schema: standardSchema },
} as const;
