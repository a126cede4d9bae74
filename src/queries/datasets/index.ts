import { datasets } from '../../derive/datasets/contract.ts';
import type { Row } from '../../derive/datasets/column.ts';
import type { Dataset } from '../../derive/datasets/dataset.ts';
import { store, type Store } from '../store.ts';
import { branchRows, cooperativeRows, cooperativeYearRows, meetingRows, newsRows } from './entries.ts';
import { commitmentRows, commitmentStepRows, figureRows, measureEntryRows, measureRows } from './results.ts';

/** A table with its rows. */
export interface DataTable {
  dataset: Dataset;
  rows: Row[];
  /** `YYYY-MM-DD`: the last day that a row speaks of; undefined for an empty table. */
  last: string | undefined;
}

const ROWS: Record<string, (content: Store) => Row[] | Promise<Row[]>> = {
  branches: branchRows,
  meetings: meetingRows,
  cooperatives: cooperativeRows,
  'cooperative-years': cooperativeYearRows,
  news: newsRows,
  figures: figureRows,
  measures: measureRows,
  'measure-entries': measureEntryRows,
  commitments: commitmentRows,
  'commitment-steps': commitmentStepRows,
};

const made = new WeakMap<Store, Promise<DataTable[]>>();

/** Every table of the open data, made once a build from what is public on its day. */
export async function dataTables(): Promise<DataTable[]> {
  const content = await store();
  const known = made.get(content);
  if (known !== undefined) return known;
  const tables = Promise.all(datasets.map((dataset) => dataTable(content, dataset)));
  made.set(content, tables);
  return tables;
}

async function dataTable(content: Store, dataset: Dataset): Promise<DataTable> {
  const rows = (await ROWS[dataset.name]?.(content)) ?? [];
  const days = rows.map((row) => String(row[dataset.dated] ?? '').slice(0, 10)).sort();
  return { dataset, rows, last: days.at(-1) === '' ? undefined : days.at(-1) };
}
