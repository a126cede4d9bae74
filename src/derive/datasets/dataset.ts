import { column, type Column } from './column.ts';

/** A table of the open data: what it holds and what its columns are called. */
export interface Dataset {
  /** File name and address. */
  name: string;
  title: string;
  /** What it is good for, one or two sentences for a reader who is no programmer. */
  about: string;
  columns: readonly Column[];
  /** Columns that tell a row from every other, where there are such. */
  key: readonly string[];
  /** Columns whose value is found in another table. */
  links: readonly { columns: readonly string[]; dataset: string; of: readonly string[] }[];
  /** The column whose last day says how recent the table is. */
  dated: string;
}

/** The page on which a row can be looked up. */
export const address = (): Column => column('url', '网址', '这一行在本站的网页，点开可以核对');
