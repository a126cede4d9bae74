import { entryDatasets } from './entries.ts';
import { resultDatasets } from './results.ts';
import type { Dataset } from './dataset.ts';

/**
 * Version of the open data: names of files, columns and their order. A column added at the end raises the second number; one that is
 * removed, renamed, moved or redefined raises the first. `contract.test.ts` holds what was promised.
 */
export const CONTRACT_VERSION = '1.0.0';

/** Every table of the open data, in the order of the pages. */
export const datasets: readonly Dataset[] = [...entryDatasets, ...resultDatasets];
