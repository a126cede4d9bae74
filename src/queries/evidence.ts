import { attachmentPath } from '../lib/attachment-path.ts';
import { chineseDay } from '../lib/dates.ts';
import type { Evidence } from '../schemas/evidence.ts';
import { href, paths } from './addresses.ts';
import { figureHref, standing } from './shared.ts';
import type { Store } from './store.ts';
import type { Link } from './views/page.ts';

/** A piece of evidence as a link to where a reader sees for himself, or as text where it is on paper. `folder`: of the entry that names it. */
export function evidenceLink(content: Store, folder: string, evidence: Evidence): Link | { text: string } {
  switch (evidence.kind) {
    case '报道': {
      const entry = content.news.find(({ id, tombstone: gone }) => id === evidence.news && !gone);
      return entry === undefined
        ? { text: '相关报道未公开' }
        : { href: href(paths.newsEntry(entry.id)), text: entry.fields.title };
    }
    case '会议': {
      const branch = content.branches.find(({ id, tombstone: gone }) => id === evidence.branch && !gone);
      const text = `${chineseDay(evidence.on)}${branch?.fields.shortName ?? ''}${evidence.meeting}`;
      const recorded = branch?.meetings.some(({ on }) => on === evidence.on && on <= content.today) === true;
      return branch === undefined
        ? { text }
        : { href: href(recorded ? `${paths.records(branch.id)}#m-${evidence.on}` : paths.branch(branch.id)), text };
    }
    case '产业': {
      const entry = content.cooperatives.find(({ id, tombstone: gone }) => id === evidence.cooperative && !gone);
      return entry === undefined
        ? { text: '相关产业未公开' }
        : { href: href(paths.cooperative(entry.id)), text: entry.fields.name };
    }
    case '数字':
      return {
        href: figureHref(
          evidence.report,
          content.reports.find(({ id }) => id === evidence.report)?.figures.find(({ id }) => id === evidence.figure) ?? {
            id: evidence.figure,
          },
        ),
        text: `${evidence.report}年度报告的数字`,
      };
    case '文件': {
      const text = [evidence.title, evidence.number, evidence.on && chineseDay(evidence.on)]
        .filter((part) => part !== undefined)
        .join('，');
      return evidence.file === undefined ? { text } : { href: href(attachmentPath(folder, evidence.file)), text };
    }
    case '图片':
      return { href: href(attachmentPath(folder, evidence.file)), text: `图片：${evidence.alt}` };
  }
}

const fileOf = (evidence: Evidence): string[] =>
  (evidence.kind === '文件' || evidence.kind === '图片') && evidence.file !== undefined ? [evidence.file] : [];

/** Documents and pictures that the evidence of entries on show names, with the folder they lie in. */
export function evidenceFiles(content: Store): { folder: string; file: string }[] {
  const beside = (folder: string, evidence: (Evidence[] | undefined)[]): { folder: string; file: string }[] =>
    evidence.flatMap((items = []) => items.flatMap(fileOf)).map((file) => ({ folder, file }));
  return [
    ...standing(content.branches).flatMap(({ folder, fields }) => [
      ...beside(
        folder,
        (fields.assessments ?? []).flatMap(({ items }) => items.map(({ evidence }) => evidence)),
      ),
      ...(fields.honours ?? []).flatMap(({ evidence }) => (evidence === undefined ? [] : [{ folder, file: evidence }])),
    ]),
    ...standing(content.reports).flatMap(({ folder, fields, figures, commitments }) =>
      beside(folder, [
        ...(fields.claims ?? []).map(({ evidence }) => evidence),
        ...(fields.answers ?? []).map(({ evidence }) => evidence),
        ...figures.map(({ evidence }) => evidence),
        ...commitments.flatMap(({ history }) => history.map(({ evidence }) => evidence)),
      ]),
    ),
  ];
}
