import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTRACT_VERSION, datasets } from './contract.ts';

/** What was promised: tables and the keys and titles of their columns, in order. */
const promised = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/contract-1.0.0.json'), 'utf8')) as Record<
  string,
  [key: string, title: string][]
>;

const today = Object.fromEntries(
  datasets.map(({ name, columns }) => [name, columns.map(({ key, title }): [string, string] => [key, title])]),
);

describe('the contract of the open data', () => {
  it('keeps every table and column where it was (a new column stands last; anything else is a new first number)', () => {
    for (const [name, columns] of Object.entries(promised)) expect(today[name]?.slice(0, columns.length)).toEqual(columns);
  });

  it('has a version of its own for this list of columns', () => {
    expect([CONTRACT_VERSION, today]).toEqual(['1.0.0', promised]);
  });

  it('calls no two columns of a table alike and leaves none without a name', () => {
    for (const { name, columns } of datasets) {
      for (const names of [columns.map(({ key }) => key), columns.map(({ title }) => title)]) {
        expect(new Set(names).size, name).toBe(names.length);
        expect(names.filter((each) => each === '')).toEqual([]);
      }
    }
  });

  it('points at columns that are there', () => {
    const has = (table: string, keys: readonly string[]): boolean =>
      keys.every((key) => datasets.find(({ name }) => name === table)?.columns.some((column) => column.key === key));
    for (const { name, key, dated, links } of datasets) {
      expect(has(name, [...key, dated]), name).toBe(true);
      for (const { columns, dataset, of } of links) expect(has(name, columns) && has(dataset, of), name).toBe(true);
    }
  });
});
