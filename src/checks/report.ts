import { coverPersonalData } from '../lib/personal-data.ts';
import { createContext, narrowed, type ContextOptions } from './context.ts';
import { withoutExcused } from './exceptions.ts';
import { within } from './folders.ts';
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
  /** Files that a commit changes, those it takes away included; elsewhere only what the change can have made wrong is looked for. */
  changed?: readonly string[] | undefined;
}

/** No message repeats the number of a person, whatever the rule is about: reports go to logs that many can read. */
const covered = (finding: Finding): Finding => ({
  ...finding,
  ...(finding.value !== undefined && { value: coverPersonalData(finding.value) }),
  why: coverPersonalData(finding.why),
  fix: coverPersonalData(finding.fix),
});

/** What every page is judged by: words, exceptions, persons, the site. */
const isSetting = (path: string): boolean => /^content\/[^/]+\.ya?ml$/.test(path);

/** Runs the whole content gate. Throws only when `content/` cannot be read. */
export async function checkContent({
  root,
  today,
  paths = [],
  changed,
  ...options
}: GateOptions): Promise<GateReport & { context: GateContext }> {
  const asked = paths.length === 0 ? undefined : paths;
  const looked = changed === undefined ? asked : changed.some(isSetting) ? undefined : changed;
  const wanted = (file: string): boolean => within(asked, file);
  const context = await createContext(root, today, options, (file) => within(looked, file));
  const part = looked === undefined ? context : narrowed(context, looked);
  return {
    context,
    today,
    files: context.source.files.filter(({ path }) => wanted(path) && within(changed, path)).length,
    findings: withoutExcused(runRules(contentRules, context, part), context)
      .filter(({ file }) => wanted(file))
      .map(covered),
    notices: listNotices(context),
  };
}
