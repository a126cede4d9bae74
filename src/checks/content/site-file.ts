import type { Rule } from '../rule.ts';

/** Without `site.yaml` nothing can be built. */
export const siteFile: Rule = {
  id: 'C01',
  title: '缺少 site.yaml',
  severity: 'error',
  basis: '网站名称、栏目、村的名单都在 content/site.yaml',
  check: ({ source }) =>
    source.site === undefined
      ? [{ file: 'content/site.yaml', line: 1, column: 1, why: '没有 content/site.yaml 这个文件', fix: '从示例里复制一份，改成本乡镇的内容' }]
      : [],
};
