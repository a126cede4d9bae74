import { daysBetween } from '../../derive/freshness.ts';
import { registerOfPersons, type RegisteredPerson } from '../../derive/people.ts';
import type { EntrySource } from '../../loader/read-content.ts';
import type { Person } from '../../schemas/people.ts';
import { getIn } from '../field-node.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const DEFAULT_GRACE_DAYS = 30;

/** Places of a name in a file as typed; the line that says that a person left is not one of them. */
function mentions(name: string, { text }: Pick<EntrySource, 'text'>): { line: number; column: number }[] {
  return text.split('\n').flatMap((line, index) => {
    const column = line.indexOf(name);
    if (column === -1) return [];
    return /\bleft:/.test(line) || inListOfLeavers(text, index) ? [] : [{ line: index + 1, column: column + 1 }];
  });
}

/** A member written over several lines: the `left:` of the same item stands below. */
function inListOfLeavers(text: string, index: number): boolean {
  const lines = text.split('\n').slice(index + 1, index + 6);
  const end = lines.findIndex((line) => /^\s*- |^\S/.test(line));
  return lines.slice(0, end === -1 ? lines.length : end).some((line) => /^\s+left:/.test(line));
}

interface Leaver {
  person: RegisteredPerson;
  days: number;
  late: boolean;
}

function leavers({ content, source, today }: GateContext): Leaver[] {
  if (content === undefined) return [];
  const grace = content.site.people?.graceDays ?? DEFAULT_GRACE_DAYS;
  const others = (source.people?.parsed.data as { people: Person[] } | undefined)?.people ?? [];
  return registerOfPersons(content, others).flatMap((person) => {
    if (person.left === undefined || person.left > today) return [];
    const days = daysBetween(person.left, today);
    return [{ person, days, late: days > grace }];
  });
}

/** What says how things are now. News and reports tell what was, and keep the names of their day, as do records of meetings. */
const standing = ({ entries, site, standards }: GateContext['source']): Pick<EntrySource, 'file' | 'text'>[] => [
  ...entries.filter(
    ({ collection, yaml }) => collection !== 'news' && collection !== 'reports' && getIn(yaml?.value, ['withdrawn']) === undefined,
  ),
  ...(site === undefined ? [] : [site]),
  ...standards,
];

function check(context: GateContext, wanted: (leaver: Leaver) => boolean): RuleFinding[] {
  const files = standing(context.source);
  return leavers(context)
    .filter(wanted)
    .flatMap(({ person: { name, posts, left = '' }, days }) =>
      files.flatMap((file) =>
        mentions(name, file).map((place): RuleFinding => ({
          file: file.file,
          ...place,
          value: name,
          why: `这个人 ${left} 起不再任${posts.map(({ post }) => post).join('、')}，已经 ${days} 天，这一页还写着`,
          fix: '换成现任的人；说的是过去的事，就写清是什么时候，改写岗位',
        })),
      ),
    );
}

const BASIS = '《政府网站与政务新媒体检查指标》：机构职能、负责人信息准确，变动后及时更新';

/** Standing pages that still name somebody who has left. */
export const formerStaff: Rule = {
  id: 'P01',
  title: '离任的人还在页面上',
  severity: 'warning',
  basis: BASIS,
  check: (context) => check(context, ({ late }) => !(late && context.production)),
};

/** The same before a real publication, once the days of grace are over. */
export const longFormerStaff: Rule = {
  id: 'P02',
  title: '离任的人过了期限还在页面上',
  severity: 'error',
  basis: BASIS,
  check: (context) => check(context, ({ late }) => late && context.production),
};
