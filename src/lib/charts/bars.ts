import { scaleBand, scaleLinear } from 'd3-scale';

export interface Bar {
  label: string;
  value: number;
  /** The value with its unit, printed at the end of the bar. */
  text: string;
}

export interface BarShape extends Bar {
  y: number;
  height: number;
  width: number;
}

const ROW = 34;
/** Widths in the chart's own unit that the words need: labels and values are set in 14 units, Latin letters in half of it. */
const wordWidth = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (letter < '\u2E80' ? 8 : 14), 0) + 8;

/**
 * Horizontal bars. They start at zero always; The chart is `width` units wide; set it so that a unit is about a pixel. `full` is what a whole bar stands for (100 for percentages), else the largest value.
 * The labels and values are never cut: the bars get what they leave.
 */
export function barChart(
  bars: readonly Bar[],
  { full, width = 320 }: { full?: number | undefined; width?: number | undefined } = {},
): { width: number; height: number; axis: number; bars: BarShape[] } {
  const axis = Math.max(0, ...bars.map(({ label }) => wordWidth(label)));
  const room = width - axis - Math.max(0, ...bars.map(({ text }) => wordWidth(text)));
  const length = scaleLinear([0, Math.max(full ?? 0, ...bars.map(({ value }) => value)) || 1], [0, Math.max(room, 40)]);
  const place = scaleBand(
    bars.map((_, index) => index),
    [0, bars.length * ROW],
  ).padding(0.35);
  return {
    width,
    height: bars.length * ROW,
    axis,
    bars: bars.map((bar, index) => ({
      ...bar,
      y: tenth(place(index) ?? 0),
      height: tenth(place.bandwidth()),
      width: tenth(length(Math.max(0, bar.value))),
    })),
  };
}

/** Tenths of a unit are finer than any screen, and keep the page small. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
