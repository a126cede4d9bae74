import { coverPersonalData } from '../lib/personal-data.ts';
import { createContext, type ContextOptions } from './context.ts';
import { withoutExcused } from './exceptions.ts';
import { contentRules } from './index.ts';
import { listNotices } from './notices.ts';
import type { Finding, GateContext } from './rule.ts';
import { runRules } from './run.ts';

/** What a check found, for the reporters. */
export interface GateReport {
  today: string;
  /** How many files were looked at. */
  files: number;
  findings: Finding[];
  /** Sentences that are neither right nor wrong but worth knowing. */
  notices: string[];
}

export interface GateOptions extends ContextOptions {
  root: string;
  today: string;
  /** Files or folders from the root, with `/`; findings elsewhere are left out. Empty: everything. */
  paths?: readonly string[];
}

/** Runs the whole content gate. Throws only when `content/` cannot be read. */
export async function checkContent({
  root,
  today,
  paths = [],
  ...options
}: GateOptions): Promise<GateReport & { context: GateContext }> {
  const context = await createContext(root, today, options);
  const wanted = (file: string): boolean =>
    paths.length === 0 || paths.some((path) => file === path || file.startsWith(`${path}/`));
  return {
    context,
    today,
    files: context.source.files.filter(({ path }) => wanted(path)).length,
    findings: withoutExcused(runRules(contentRules, context), context)
      .filter(({ file }) => wanted(file))
      .map((finding) => (finding.value === undefined ? finding : { ...finding, value: coverPersonalData(finding.value) })),
    notices: listNotices(context),
  };
}
