import { reportCoverage } from '../derive/coverage.ts';
import { getIn } from './field-node.ts';
import { isWhole } from './reconciled.ts';
import type { GateContext } from './rule.ts';

const FILING = {
  siteCode: '网站标识码',
  icp: 'ICP备案号',
  police: '公安备案号',
  emblem: '党政机关标识',
  reportErrorUrl: '“我为政府网站找错”网址',
};

/** Filing fields that are not set are left out of the pages; the clerk is told which. Basis: 《政府网站与政务新媒体检查指标》. */
export function unsetFiling({ source }: GateContext): string[] {
  const site = source.site?.yaml?.value;
  if (site === undefined) return [];
  const without = getIn(site, ['filing', 'notNeeded']);
  const needless: unknown[] = Array.isArray(without) ? without : [];
  return Object.entries(FILING).flatMap(([key, title]) =>
    needless.includes(key) || getIn(site, ['filing', key]) !== undefined ? [] : [title],
  );
}

/** How much of the newest report can be looked up. */
function coverageNotice({ content }: GateContext): string[] {
  const newest = content?.reports.toSorted((a, b) => b.data.year - a.data.year)[0];
  if (newest === undefined) return [];
  const { total, withEvidence, percent } = reportCoverage(newest.data);
  if (percent === undefined) return [];
  return [`${newest.data.year} 年报告的 ${total} 条主要说法里，${withEvidence} 条有佐证（${percent}%）。`];
}

/** Why days of publication could not be held against the history. */
function historyNotice({ history, source }: GateContext): string[] {
  if (history.kind === 'none')
    return ['这里没有 git 的提交记录，发布日期是不是补的（D05）没有核对，页面上也不列公布以后改动过的日期。'];
  if (history.kind === 'full') return [];
  const old = source.entries.filter(({ file }) => history.first.get(file)?.initial === true).length;
  return [
    `这里只有最近一段提交记录，其中 ${old} 篇是更早提交的，它们的发布日期（D05）没有核对，页面上也不列公布以后改动过的日期；要都有，先运行 git fetch --unshallow。`,
  ];
}

/** Sentences at the end of the report. */
export function listNotices(context: GateContext): string[] {
  const unset = unsetFiling(context);
  const demo = getIn(context.source.site?.yaml?.value, ['demo']) === true;
  return [
    ...(unset.length === 0 || context.production
      ? []
      : [`site.yaml 里还没有填：${unset.join('、')}。页面上不会出现这些项；批下来再填，不要编造。不填全不能正式发布。`]),
    ...(isWhole(context.source) ? [] : ['有文件还读不出来，报告里的数字等它改好之后再核对。']),
    ...historyNotice(context),
    ...coverageNotice(context),
    ...(demo && !context.production ? ['这是示例站（demo: true）：页面带示例标记，不让搜索引擎收录，不能正式发布。'] : []),
  ];
}
