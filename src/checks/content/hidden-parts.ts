import type { Rule, RuleFinding } from '../rule.ts';

const at = { line: 1, column: 1 };

/** What readers of an attachment can dig out though its author no longer sees it. */
export const hiddenParts: Rule = {
  id: 'I03',
  title: '附件里有看不见的内容',
  severity: 'error',
  basis: '公开前要核对附件：隐藏的工作表、批注、修订谁都能翻出来',
  check: ({ documents }) =>
    [...documents].flatMap(([file, { hidden }]) =>
      hidden.map((what) => ({
        file,
        ...at,
        why: `附件里有${what}`,
        fix: '在 WPS 或 Word 里显示出来看一遍，不公开的删掉，修订全部接受，再另存一份放进来；最稳妥的是另存为 PDF',
      })),
    ),
};

/** The names that programs write into a file unasked. */
export const documentPersons: Rule = {
  id: 'I04',
  title: '附件的属性里有人名',
  severity: 'warning',
  basis: '文件属性里的作者、保存者跟着附件一起公开',
  check: ({ documents }) =>
    [...documents].flatMap(([file, { persons }]) =>
      persons.map(({ field, value }) => ({
        file,
        ...at,
        value,
        why: `附件的属性里写着${field}`,
        fix: '在 WPS 或 Word 里点“文件—文档加密（信息）—属性”，删掉名字再保存；或者另存为 PDF',
      })),
    ),
};

/** Attachments whose inside nobody can check: broken, locked or old ones, and scans. */
export const closedDocuments: Rule = {
  id: 'I06',
  title: '附件打不开或者读不出字，没法核对',
  severity: 'warning',
  basis: '公开前要核对附件里有没有个人信息',
  check: ({ documents }) =>
    [...documents].flatMap(([file, { problem, scanned }]) => [
      ...(problem === undefined ? [] : [unchecked(file, problem, '用 WPS 打开，另存为 docx、xlsx 或 pdf 再放进来')]),
      ...(scanned === undefined ? [] : [unchecked(file, scanned, '请人从头到尾看一遍；有原稿的，换成从 Word、WPS 直接另存的 PDF，读者也能搜到')]),
    ]),
};

function unchecked(file: string, problem: string, fix: string): RuleFinding {
  return { file, ...at, why: `这个附件${problem}，里面有没有个人信息没有核对`, fix };
}
