import { unsetFiling } from '../notices.ts';
import type { Rule } from '../rule.ts';

/** Before a real publication the missing filing fields are more than a note. */
export const filingFields: Rule = {
  id: 'C05',
  title: '备案与标识没有填全',
  severity: 'error',
  basis: '《政府网站与政务新媒体检查指标》：页脚要有主办单位、标识码、备案号；没有的不能编造',
  check: (context) => {
    const site = context.records.find(({ kind }) => kind === 'site');
    const unset = unsetFiling(context);
    if (!context.production || site === undefined || unset.length === 0) return [];
    const place = site.locate(['filing'], 'key');
    return [{ file: site.file, ...place, field: '备案与标识（filing）', why: `还没有填：${unset.join('、')}`, fix: '对照批复填写；批复里写明不需要的，写进 filing 的 notNeeded' }];
  },
};
