import { getIn } from '../field-node.ts';
import { about } from '../records.ts';
import type { Rule } from '../rule.ts';

/** Sample data never goes out as a real township's. */
export const demoGuard: Rule = {
  id: 'C04',
  title: '示例内容不能正式发布',
  severity: 'error',
  basis: '示例里的人和数字都是编的，正式发布等于弄虚作假',
  check: ({ records, production }) =>
    records
      .filter(({ kind, value }) => production && kind === 'site' && getIn(value, ['demo']) === true)
      .map((site) => about(site, ['demo'], { why: '这还是示例站，不能正式发布', fix: '换成本乡镇的内容以后，改成 demo: false' })),
};
