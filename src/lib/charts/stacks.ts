import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { tenth } from './bars.ts';

export interface StackRow {
  label: string;
  /** In the order of the series. */
  values: number[];
}

export interface Segment {
  series: number;
  value: number;
  x: number;
  width: number;
}

const WIDTH = 320;
const ROW = 40;
const AXIS = 62;

/** Rows of segments laid end to end from zero, all on one scale, so that lengths compare between rows. Empty segments are left out. */
export function stackChart(
  rows: readonly StackRow[],
  series: number,
): { width: number; height: number; axis: number; rows: { label: string; y: number; height: number; segments: Segment[] }[] } {
  const layers = stack<StackRow, number>()
    .keys(Array.from({ length: series }, (_, index) => index))
    .value(({ values }, key) => values[key] ?? 0)([...rows]);
  const totals = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const length = scaleLinear([0, Math.max(1, ...totals)], [AXIS, WIDTH]);
  const place = scaleBand(
    rows.map((_, index) => index),
    [0, rows.length * ROW],
  ).padding(0.25);
  return {
    width: WIDTH,
    height: rows.length * ROW,
    axis: AXIS,
    rows: rows.map(({ label, values }, index) => ({
      label,
      y: tenth(place(index) ?? 0),
      height: tenth(place.bandwidth()),
      segments: layers.flatMap((layer, key) => {
        const value = values[key] ?? 0;
        const [from = 0, to = 0] = layer[index] ?? [];
        return value === 0 ? [] : [{ series: key, value, x: tenth(length(from)), width: tenth(length(to) - length(from)) }];
      }),
    })),
  };
}
