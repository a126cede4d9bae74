import type { Link, PageView } from './page.ts';

/** The files of a table, with their sizes in words. */
export interface DataFiles {
  csv: Link;
  json: Link;
}

/** The open data as a whole. */
export interface DataIndexView extends PageView {
  tables: (DataFiles & { page: Link; about: string; rows: number; last: string | undefined })[];
  licence: { name: string; text: string };
  version: string;
  dictionary: Link;
  /** The descriptor for programs. */
  descriptor: Link;
}

/** A table as a page: its first rows, and where the rest can be read. */
export interface DataTableView extends PageView {
  title: string;
  about: string;
  files: DataFiles;
  last: string | undefined;
  total: number;
  columns: { title: string; /** How its cells are set; `long` holds sentences. */ look: 'number' | 'day' | 'long' | undefined }[];
  /** The first cell of each leads to the page of its row. */
  rows: { href: string; cells: string[] }[];
  places: Link[];
  dictionary: Link;
  licence: { name: string; text: string };
}

/** What every column means. */
export interface DataDictionaryView extends PageView {
  version: string;
  tables: {
    id: string;
    page: Link;
    columns: { title: string; key: string; kind: string; required: boolean; help: string }[];
  }[];
}
