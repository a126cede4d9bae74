import { digest } from '../lib/digest.ts';
import { CommitmentState } from '../schemas/commitment.ts';
import { href, paths } from './addresses.ts';
import { commitmentView, standingReports } from './commitments.ts';
import { evidenceLink } from './evidence.ts';
import { frame, head } from './frame.ts';
import { staticPath } from './shared.ts';
import { store, type Store } from './store.ts';
import type { CommitmentStates, CommitmentView, LedgerView, PromiseView } from './views/commitment.ts';
import type { Link, StaticPath } from './views/page.ts';

interface Filter {
  kind: '办理状态' | '责任岗位' | '年度';
  path: string;
  text: string;
  title: string;
  keep: (commitment: CommitmentView) => boolean;
}

const STATES = Object.entries(CommitmentState.enum).map(([key, state]) => ({
  state,
  slug: key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
}));

/** Posts are Chinese words: their pages have an address that stays the same while the post keeps its name. */
const ownerPath = (owner: string): string => `owner/${Buffer.from(digest(owner)).toString('hex').slice(0, 10)}`;

const all = (content: Store): CommitmentView[] =>
  standingReports(content).flatMap((report) =>
    report.commitments.map((commitment) => commitmentView(content, report, commitment)),
  );

function filters(commitments: CommitmentView[]): Filter[] {
  const owners = [...new Set(commitments.map(({ owner }) => owner))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  const years = [...new Set(commitments.map(({ id }) => id.slice(0, 4)))];
  const list: Filter[] = [
    ...STATES.map(({ state, slug }): Filter => ({
      kind: '办理状态',
      path: `state/${slug}`,
      text: state,
      title: `${state}的承诺`,
      keep: (commitment) => commitment.state === state,
    })),
    ...years.map((year): Filter => ({
      kind: '年度',
      path: year,
      text: `${year}年`,
      title: `${year}年报告作出的承诺`,
      keep: ({ id }) => id.startsWith(`${year}-`),
    })),
    ...owners.map((owner): Filter => ({
      kind: '责任岗位',
      path: ownerPath(owner),
      text: owner,
      title: `${owner}负责的承诺`,
      keep: (commitment) => commitment.owner === owner,
    })),
  ];
  return list.filter(({ keep }) => commitments.some(keep));
}

async function ledgerView(content: Store, current?: Filter): Promise<LedgerView> {
  const commitments = all(content);
  const offered = filters(commitments);
  const kept = current === undefined ? commitments : commitments.filter(current.keep);
  const path = current === undefined ? paths.commitments : paths.commitmentsOf(current.path);
  const open = kept.filter((commitment) => commitment.open).length;
  return {
    frame: await frame(paths.commitments),
    head: await head({
      title: current?.title ?? '承诺台账',
      description: `${content.site.township}年度报告里${current === undefined ? '作出的承诺' : current.title}：共${kept.length}项，${open}项还在办。每一项都写明问题、责任岗位、期限和办理经过。`,
      path,
      ...(current !== undefined && { trail: [{ href: href(paths.commitments), text: '承诺台账' }] }),
      feed: commitments.length > 0 ? paths.feed(paths.commitments) : undefined,
    }),
    filters: (['办理状态', '年度', '责任岗位'] as const).map((kind) => ({
      title: kind,
      links: offered
        .filter((filter) => filter.kind === kind)
        .map((filter) => ({
          href: href(paths.commitmentsOf(filter.path)),
          text: `${filter.text}（${commitments.filter(filter.keep).length}）`,
          current: filter.path === current?.path,
        })),
    })),
    states: current === undefined ? commitmentStates(content) : undefined,
    commitments: kept,
    all: { href: href(paths.commitments), text: `全部（${commitments.length}）` },
    calendar: commitments.length > 0 ? href(paths.calendar(paths.commitments)) : undefined,
  };
}

const GROUPS: [name: string, states: string[]][] = [
  ['办成销号', ['已销号']],
  ['还在办', ['未启动', '进行中', '待验收', '延期']],
  ['没办成', ['未完成', '终止']],
];

/** How far the promises of each report have come; undefined while there are none. */
export function commitmentStates(content: Store): CommitmentStates | undefined {
  const commitments = all(content);
  const years = [...new Set(commitments.map(({ id }) => id.slice(0, 4)))];
  if (years.length === 0) return undefined;
  return {
    states: GROUPS.map(([name]) => name),
    years: years.map((year) => ({
      year: Number(year),
      href: href(paths.commitmentsOf(year)),
      counts: GROUPS.map(
        ([, states]) => commitments.filter(({ id, state }) => id.startsWith(`${year}-`) && states.includes(state)).length,
      ),
    })),
  };
}

/** The whole ledger. */
export const ledgerPage = async (): Promise<LedgerView> => ledgerView(await store());

/** The ledger by state, year and owner: filters that need no JavaScript. */
export async function ledgerPaths(): Promise<StaticPath<LedgerView, { filter: string }>[]> {
  const content = await store();
  return Promise.all(
    filters(all(content)).map(async (filter) => staticPath({ filter: filter.path }, await ledgerView(content, filter))),
  );
}

/** Addresses of all pages below the ledger. */
export function ledgerPages(content: Store): (Link & { path: string })[] {
  const commitments = all(content);
  return [
    ...filters(commitments).map(({ path, title }) => ({ path: paths.commitmentsOf(path), text: title })),
    ...commitments.map(({ id, title }) => ({ path: paths.commitment(id), text: `${id} ${title}` })),
  ].map(({ path, text }) => ({ path, text, href: href(path) }));
}

/** Every promise with its story. */
export async function promisePaths(): Promise<StaticPath<PromiseView, { filter: string }>[]> {
  const content = await store();
  return Promise.all(
    all(content).map(async (commitment) => staticPath({ filter: commitment.id }, await promiseView(content, commitment))),
  );
}

async function promiseView(content: Store, commitment: CommitmentView): Promise<PromiseView> {
  const path = paths.commitment(commitment.id);
  const answers = standingReports(content).flatMap(({ id, folder, fields }) =>
    (fields.answers ?? [])
      .filter((answer) => answer.commitment === commitment.id)
      .map(({ result, text, evidence }) => ({
        on: fields.date,
        state: `报告答复：${result}`,
        note: text,
        by: fields.author,
        verifier: undefined,
        evidence: (evidence ?? []).map((item) => evidenceLink(content, folder, item)),
        in: { href: href(paths.report(id)), text: fields.title },
      })),
  );
  const steps = commitment.history.map((step, index) => ({ ...step, in: index === 0 ? commitment.report : undefined }));
  return {
    frame: await frame(paths.commitments),
    head: await head({
      title: `承诺${commitment.id}：${commitment.title}`,
      description: `${commitment.title}：${commitment.problem}。责任岗位${commitment.owner}，办理经过逐条写明日期和佐证。`,
      path,
      trail: [{ href: href(paths.commitments), text: '承诺台账' }],
    }),
    commitment,
    story: [...steps, ...answers].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    owner: { href: href(paths.commitmentsOf(ownerPath(commitment.owner))), text: commitment.owner },
  };
}
