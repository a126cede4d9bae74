import { nodesOf, placeOf } from '../mdx-tree.ts';
import type { Rule } from '../rule.ts';

/** Pictures in a text that say nothing to who cannot see them; those in fields must have their `alt` by the schema. */
export const pictureWords: Rule = {
  id: 'F11',
  title: '正文图片没有说明',
  severity: 'error',
  scope: 'entry',
  basis: '《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668）：图片要有文字说明',
  check: ({ source }) =>
    source.entries.flatMap((entry) =>
      nodesOf(entry, 'image', 'imageReference')
        .filter(({ alt }) => (alt ?? '').trim() === '')
        .map((node) => ({
          file: entry.file,
          ...placeOf(entry, node),
          why: '这张图片没有文字说明，看不见图的人不知道是什么',
          fix: '在方括号里写一句图上有什么，例如 ![石桥村稻田边停着一台插秧机](./tian.png)',
        })),
    ),
};
