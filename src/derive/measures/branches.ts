import type { Branch } from '../../schemas/branch.ts';
import type { BranchEntry } from '../../schemas/content.ts';
import { basicBranches } from '../branch-kinds.ts';
import type { Published } from '../published.ts';
import { standardResult } from '../standardised.ts';
import { shareMeasure, sumMeasure, type Contribution, type Measure } from './measure.ts';

const one = ({ id, data }: BranchEntry): Contribution => ({
  collection: 'branches',
  id,
  amount: 1,
  label: data.shortName,
  group: data.setting,
});

/** Why a branch does not count as standardised in a year; undefined when it does. */
function obstacle({ standards }: Published, { data }: BranchEntry, year: number): string | undefined {
  const standard = standards.find((candidate) => candidate.year === year);
  if (standard === undefined) return `没有${String(year)}年的标准`;
  const { standardised, missing } = standardResult(data, standard);
  return standardised ? undefined : missing.map(({ text, state }) => `“${text}”${state}`).join('、');
}

const total = sumMeasure({
  id: 'branches-total',
  title: '党支部',
  definition: '年底前成立的党支部和联合党支部，一个算一个；党委、党总支和功能型党支部不算',
  unit: '个',
  entries: (content, year) => basicBranches(content, year).map(one),
});

const standardised = sumMeasure({
  id: 'branches-standardised',
  title: '标准化党支部',
  definition: '当年“五好”标准的必备项全部达标、每项都有佐证的党支部；有一项未评、未达标或者没有佐证的不算',
  unit: '个',
  entries: (content, year) =>
    basicBranches(content, year)
      .filter((branch) => obstacle(content, branch, year) === undefined)
      .map(one),
  excluded: (content, year) =>
    basicBranches(content, year).flatMap((branch) => {
      const reason = obstacle(content, branch, year);
      return reason === undefined ? [] : [{ ...one(branch), label: reason }];
    }),
});

type MemberCount = Exclude<keyof Branch['members'], 'asOf'>;

const MEMBERS: Record<MemberCount, string> = {
  formal: '正式党员',
  probationary: '预备党员',
  female: '女党员',
  under35: '35岁以下党员',
  migrant: '流动党员',
};

const members = (id: string, title: string, definition: string, kinds: MemberCount[]): Measure =>
  sumMeasure({
    id,
    title,
    definition: `${definition}，按各支部登记的人数相加；截至日期不在这一年的不算`,
    unit: '人',
    entries: (content, year) =>
      basicBranches(content, year)
        .filter(({ data }) => data.members.asOf.startsWith(`${String(year)}-`))
        .flatMap(({ id: branch, data }) =>
          kinds.map((kind) => ({
            collection: 'branches' as const,
            id: branch,
            amount: data.members[kind],
            label: data.shortName,
            on: data.members.asOf,
            ...(kinds.length > 1 && { group: MEMBERS[kind] }),
          })),
        ),
  });

/** Branches, the standard and their members. */
export const branchMeasures: Measure[] = [
  total,
  standardised,
  shareMeasure({
    id: 'branches-standardised-share',
    title: '标准化党支部占比',
    definition: '标准化党支部占全部党支部的比例，保留一位小数',
    part: standardised,
    whole: total,
  }),
  members('members-total', '党员', '正式党员和预备党员', ['formal', 'probationary']),
  ...(Object.keys(MEMBERS) as MemberCount[]).map((kind) => members(`members-${kind}`, MEMBERS[kind], MEMBERS[kind], [kind])),
];
