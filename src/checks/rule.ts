import type { DocumentFacts } from '../documents/facts.ts';
import type { BaseFiles } from '../loader/base-files.ts';
import type { History } from '../loader/history.ts';
import type { ContentSource } from '../loader/read-content.ts';
import type { Content } from '../schemas/content.ts';
import type { BlankPlace } from './blank-lines.ts';
import type { FileRef } from './file-refs.ts';
import type { FieldRecord } from './records.ts';
import type { Targets } from './targets.ts';
import type { YamlText } from './yaml-lines.ts';

export type Severity = 'error' | 'warning';

/** One problem at one place, for one reader. Rules return findings; reporters print them. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** Path from the project's root, with `/`. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  /** The field as the author knows it: `参加人次（events 第2项 participants）`. */
  field?: string;
  /** What was written. */
  value?: string;
  why: string;
  fix: string;
  /** A correction that can be made without asking: the text at the place, and what it becomes. */
  edit?: { from: string; to: string };
}

/** What a rule says; the engine adds the rule's id and, where it is the usual one, its severity. */
export type RuleFinding = Omit<Finding, 'rule' | 'severity'> & { severity?: Severity };

/** What every rule looks at. */
export interface GateContext {
  source: ContentSource;
  /** Everything with fields, valid or not. */
  records: FieldRecord[];
  /** The YAML texts line by line, for slips of the hand. */
  yamlTexts: YamlText[];
  /** What templates left to be filled in. */
  blanks: BlankPlace[];
  /** Pictures and attachments that the content names. */
  fileRefs: FileRef[];
  /** What references may point at. */
  targets: Targets;
  /** The valid entries; undefined while `site.yaml` is not valid. */
  content: Content | undefined;
  /** What attachments hold, by path; empty where they were not read. */
  documents: ReadonlyMap<string, DocumentFacts>;
  /** What git knows of the files. */
  history: History;
  /** What `content/` was in the branch that is compared with; undefined without a comparison. */
  base: BaseFiles | undefined;
  /** The day of the check, Asia/Shanghai, `YYYY-MM-DD`. */
  today: string;
  /** True before a real publication, which sample data must not pass. */
  production: boolean;
}

/** A rule is data: one file each, listed in `index.ts`. */
export interface Rule {
  /** Stable: a letter for the group and two digits. Messages and the clerk's docs use it. */
  id: string;
  /** Chinese, a few words. */
  title: string;
  severity: Severity;
  /**
   * `entry`: what it finds in a folder depends on that folder and the settings files alone, so a check of some files looks at their
   * folders only. Without it the rule looks at everything, for a change here can make something wrong there.
   */
  scope?: 'entry';
  /** What it rests on: a regulation, the inspection rubric, or how the site is built. Chinese. */
  basis: string;
  check: (context: GateContext) => RuleFinding[];
}
