import type { Rule } from '../rule.ts';

/** What phones and programs write into a recording beside its sound: it goes out with it. */
export const recordings: Rule = {
  id: 'I08',
  title: '录音里记着人名、备注或图片',
  severity: 'error',
  basis: '《个人信息保护法》第六条：公开限于最小范围；录音文件里的说明跟着录音一起公开',
  check: ({ documents }) =>
    [...documents].flatMap(([file, { recorded }]) =>
      recorded.length === 0
        ? []
        : [
            {
              file,
              line: 1,
              column: 1,
              why: `录音里记着${recorded.join('、')}`,
              fix: '运行 npm run clean-photos，声音不变，这些说明就没有了；放在压缩包里的，清理好再打包',
            },
          ],
    ),
};
