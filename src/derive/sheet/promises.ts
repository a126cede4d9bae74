import type { Commitment, CommitmentStep } from '../../schemas/commitment.ts';
import { commitmentStatus } from '../ledger.ts';
import type { Published } from '../published.ts';
import { fieldChanges, same, short, without } from './field-changes.ts';
import { changeOf, differing, type Keyed } from './keyed.ts';
import type { NameOf, SheetRow } from './model.ts';

/** A promise with the report that made it. */
interface Placed {
  report: string;
  commitment: Commitment;
}

const placed = ({ reports }: Published): Map<string, Placed> =>
  new Map(reports.flatMap(({ id, commitments }) => commitments.map((commitment) => [commitment.id, { report: id, commitment }])));

/** Every promise in public that differs. */
export const promiseChanges = (old: Published, current: Published): Keyed<Placed>[] => differing(placed(old), placed(current));

/** The steps of a promise by their place in its history: the day, and the order on it. */
export function stepsOf(commitment: Commitment | undefined): Map<string, CommitmentStep> {
  const steps = [...(commitment?.history ?? [])].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return new Map(
    steps.map((step, index) => {
      const earlier = steps.slice(0, index).filter(({ on }) => on === step.on).length;
      return [earlier === 0 ? step.on : `${step.on}-${earlier + 1}`, step];
    }),
  );
}

const stepWords = ({ on, state, note, by }: CommitmentStep): string => `${on} ${state}，${short(note, 40)}（登记：${by}）`;

function stepLines(was: Commitment, is: Commitment, today: string, nameOf: NameOf): string[] {
  return differing(stepsOf(was), stepsOf(is)).flatMap(({ place, was: before, is: after }) => {
    if (after === undefined) return [`去掉了一步经过：${before === undefined ? place : stepWords(before)}`];
    const later = after.on > today ? '，到那天才显示' : '';
    if (before === undefined) return [`新登记一步：${stepWords(after)}${later}`];
    return fieldChanges('commitments', { history: [{ ...before }] }, { history: [{ ...after }] }, nameOf).map(
      (line) => `${after.on} 那一步 ${line}`,
    );
  });
}

const summary = (commitment: Commitment, today: string): string => {
  const { state, due } = commitmentStatus(commitment, today);
  return `${state}，期限 ${due}，${commitment.owner}，${commitment.history.length} 步经过`;
};

function details(was: Commitment | undefined, is: Commitment | undefined, today: string, nameOf: NameOf): string[] {
  if (was === undefined || is === undefined)
    return [
      is === undefined ? '网址打不开了' : summary(is, today),
      ...(is === undefined ? [] : [`完成标准：${short(is.standard)}`]),
    ];
  const [old, current] = [commitmentStatus(was, today), commitmentStatus(is, today)];
  const status = [
    ...(old.state === current.state ? [] : [`状态 ${old.state} → ${current.state}`]),
    ...(old.due === current.due ? [] : [`期限 ${old.due} → 期限 ${current.due}`]),
  ];
  const fields = fieldChanges('commitments', without(was, 'history'), without(is, 'history'), nameOf);
  const lines = [...status, ...fields, ...stepLines(was, is, today, nameOf)];
  return lines.length > 0 ? lines : ['经过的先后次序变了'];
}

/** What differs in the promises that readers see: what is promised, by whom, until when, and each step. */
export function promiseRows(old: Published, current: Published, nameOf: NameOf): SheetRow[] {
  return promiseChanges(old, current).map((item) => {
    const { was, is } = item;
    return {
      change: changeOf(item),
      place: `/commitments/${item.place}/`,
      title: (is ?? was)?.commitment.title ?? '',
      details: [
        ...details(was?.commitment, is?.commitment, current.today, nameOf),
        `也在报告 /reports/${(is ?? was)?.report ?? ''}/ 和台账 /commitments/ 上`,
      ],
    };
  });
}

/** What goes to those who follow the ledger. */
export function ledgerFeed(old: Published, current: Published): SheetRow[] {
  const FEED = '承诺台账的变动（/commitments/feed.xml）';
  const shown = (commitment: Commitment | undefined) =>
    new Map([...stepsOf(commitment)].filter(([, { on }]) => on <= current.today));
  return promiseChanges(old, current).flatMap(({ place, was, is }): SheetRow[] => {
    const steps = differing(shown(was?.commitment), shown(is?.commitment));
    const [before, after] = [was?.commitment, is?.commitment];
    const words = (['title', 'problem', 'standard', 'owner'] as const).some((key) => !same(before?.[key], after?.[key]));
    const fresh = steps.flatMap((step) => (step.was === undefined && step.is !== undefined ? [step.is] : []));
    const gone = steps.filter((step) => step.is === undefined).length;
    const edited =
      before !== undefined && after !== undefined && words
        ? shown(after).size - fresh.length
        : steps.length - fresh.length - gone;
    const due =
      before !== undefined &&
      after !== undefined &&
      commitmentStatus(before, current.today).due !== commitmentStatus(after, current.today).due;
    const lines = [
      ...fresh.map((step) => `订阅的人会收到：${step.on} ${step.state}，${short(step.note, 40)}`),
      ...(edited > 0 ? [`订阅里的 ${edited} 步更新，已经收到的不会撤回`] : []),
      ...(gone > 0 ? [`从订阅里去掉 ${gone} 步，已经收到的撤不回来`] : []),
      ...(due ? ['订阅了日历（/commitments/calendar.ics）的人，手机里的期限跟着变'] : []),
    ];
    if (lines.length === 0) return [];
    const change = fresh.length > 0 ? '新增' : is === undefined ? '删除' : '修改';
    return [
      { change, place: `/commitments/${place}/`, title: (after ?? before)?.title ?? '', details: [...lines, `订阅：${FEED}`] },
    ];
  });
}
