import type { BaseFiles } from '../../loader/base-files.ts';
import type { EntrySource } from '../../loader/read-content.ts';
import { YamlSource } from '../../loader/yaml-source.ts';
import { againstBefore, hasNewNote, seenBefore, type Comparison, type EntryBefore } from '../before.ts';
import { getIn } from '../field-node.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

/** Fields that say something to a reader; everything else, such as `changes` or `formerly`, is about the entry itself. */
const SAID = ['title', 'date', 'source', 'summary', 'events', 'attachments', 'notice', 'decision', 'document', 'claims', 'answers', 'period', 'grade'];

const SAY: Record<string, string> = {
  title: '标题',
  date: '发布日期',
  source: '来源',
  attachments: '附件',
  summary: '摘要',
  events: '可统计的事',
  notice: '公示',
  decision: '四议两公开',
  document: '文件',
  claims: '主要说法',
  answers: '承诺答复',
  period: '报告期',
  grade: '评议等次',
};

function figuresChanged(entry: EntrySource, { changed }: BaseFiles, same: Comparison): boolean {
  const figures = entry.companions.find(({ name }) => name === 'figures');
  const before = figures && changed.get(figures.file);
  if (figures?.yaml === undefined || before === undefined) return false;
  return !same.value(new YamlSource(before).value, figures.yaml.value);
}

/** Tables that lie beside an entry for its readers. */
const tablesChanged = ({ folder, companions }: EntrySource, { changed }: BaseFiles): boolean =>
  [...changed.keys()].some(
    (path) => path.startsWith(`${folder}/`) && path.endsWith('.csv') && !companions.some(({ file }) => file === path),
  );

/** What a co-op publishes by the year. */
const BY_YEAR = { accounts: '收支', households: '带动户数' };

interface OneYear extends Record<string, unknown> {
  year: unknown;
}

/** Years of a co-op of which something published was changed or taken away; what was blank may be filled in, and new years come. */
function yearsChanged(before: unknown, now: unknown, same: Comparison): string[] {
  return Object.entries(BY_YEAR).flatMap(([field, name]) => {
    const of = (value: unknown): OneYear[] => (getIn(value, [field]) ?? []) as OneYear[];
    return of(before).flatMap((known) => {
      const year = of(now).find((each) => each.year === known.year);
      const isKept = Object.entries(known).every(([key, value]) => same.value(value, year?.[key]));
      return isKept ? [] : [`${String(known.year)}年${name}`];
    });
  });
}

/** A page that goes on and is not of a day: its text and its years are held to what they said, its other fields keep up with the time. */
const isStanding = ({ collection }: EntrySource): boolean => collection !== 'news' && collection !== 'reports';

/** What is said otherwise than before, in words; empty when nothing is. */
function differences(entry: EntrySource, before: EntryBefore, same: Comparison): string[] {
  const text = same.text(before.body, entry.body) ? [] : ['正文'];
  if (isStanding(entry)) return [...text, ...yearsChanged(before.yaml?.value, entry.yaml?.value, same)];
  const fields = SAID.filter((key) => !same.value(getIn(before.yaml?.value, [key]), getIn(entry.yaml?.value, [key])));
  return [...text, ...fields.map((key) => SAY[key] ?? key)];
}

function check(entry: EntrySource, same: Comparison, { today }: GateContext, base: BaseFiles): RuleFinding[] {
  if (entry.yaml === undefined) return [];
  const text = base.changed.get(entry.file);
  const beside = [
    ...(figuresChanged(entry, base, same) ? ['报告数字'] : []),
    ...(tablesChanged(entry, base) ? ['附件里的表'] : []),
  ];
  if (text === undefined && beside.length === 0) return [];
  const before = seenBefore(entry.collection, text ?? entry.text, today);
  // What is taken down says its reason there.
  if (before?.seen !== 'public' || getIn(entry.yaml.value, ['withdrawn']) !== undefined) return [];
  const changed = [...differences(entry, before, same), ...beside];
  if (changed.length === 0 || hasNewNote(entry, base)) return [];
  return [
    {
      file: entry.file,
      ...entry.yaml.locate(['changes'], 'key'),
      field: '更正说明（changes）',
      why: `这一篇已经公布，又改了${changed.join('、')}，没有写更正说明`,
      fix: `加一条，例如 changes: [{ on: ${today}, what: 把第二段的“32人”改为“23人”}]；只改标点、空格和加粗不用写`,
    },
  ];
}

/** Published entries that say something else than in the branch they will be merged into, without a note for readers. */
export const changeNotes: Rule = {
  id: 'D06',
  title: '改了已公布的内容没有更正说明',
  severity: 'error',
  basis: '公开的内容改动要让读者看得见：改了什么、哪天改的，都写在页面上',
  check: againstBefore(['news', 'reports', 'pages', 'branches', 'cooperatives'], check),
};
