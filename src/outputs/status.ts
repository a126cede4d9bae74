/** One column of `status.json`; documented in `docs/status.md`. */
export interface ColumnStatus {
  id: string;
  name: string;
  type: string;
  /** Null for a blank column, which has no page. */
  url: string | null;
  entries: number;
  /** `YYYY-MM-DD`, null for a blank column. */
  lastUpdate: string | null;
  updateDays: number;
  warnDays: number;
}

export interface StatusInput {
  site: { name: string; url: string };
  rubric: Record<string, number>;
  columns: ColumnStatus[];
}

/** `status.json` for an outside monitor. It holds days, not ages: the monitor counts from its own clock, so an old build cannot look fresh. */
export function statusJson({ site, rubric, columns }: StatusInput): string {
  const days = columns.flatMap(({ lastUpdate }) => lastUpdate ?? []).sort();
  return `${JSON.stringify({ format: 'mingbang-status/1', site, home: { lastUpdate: days.at(-1) ?? null }, rubric, columns }, null, 2)}\n`;
}
