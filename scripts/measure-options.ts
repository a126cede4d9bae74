import { measures } from '../src/derive/measures/index.ts';

/** The measures that a figure can be checked with, as forms and editors offer them: the id and what it counts. */
export const measureOptions: readonly { value: string; label: string }[] = measures.map(({ id, title, unit }) => ({
  value: id,
  label: `${title}（${unit}）`,
}));
