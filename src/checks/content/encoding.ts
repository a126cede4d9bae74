import type { Encoding } from '../../loader/source.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { placeIn } from '../source-lines.ts';
import { textFiles } from '../text-files.ts';

const NAMES: Record<Exclude<Encoding, 'utf-8'>, string> = {
  damaged: '从这里起有的字不是 UTF-8，读不出来，多半是把 GBK 的内容接到了这个文件里',
  gb18030: '文件的编码是 GBK（国标），不是 UTF-8，网页上会是乱码',
  'utf-16': '文件的编码是 UTF-16，不是 UTF-8，网页上会是乱码',
  binary: '这不是文本文件，读不出文字',
};

const HOW: Record<string, string> = {
  damaged: '对照原稿把这里的字重新打一遍；要合到一起的几个文件，先各自“另存为”UTF-8 再合',
  csv: '在 WPS 表格里“另存为”，类型选“CSV UTF-8（逗号分隔）”',
  binary: '用记事本或 VS Code 新建文本文件，把文字粘贴进去，编码选 UTF-8',
};

/** A workbook whose ending somebody changed. */
const RENAMED = '多半是把 Excel 表格改了扩展名：用 WPS 打开原来的表格，“另存为”，类型选“CSV UTF-8（逗号分隔）”';

/** Files that are not UTF-8 show as garbage on phones. */
export const encoding: Rule = {
  id: 'F01',
  title: '编码不是 UTF-8',
  severity: 'error',
  basis: '网页一律用 UTF-8 编码，带不带 BOM 都可以',
  check: ({ source }) =>
    textFiles(source).flatMap(({ file, text, encoding: found }): RuleFinding[] => {
      if (found === 'utf-8') return [];
      const how = (found === 'binary' && file.endsWith('.csv') ? RENAMED : undefined) ?? HOW[found] ?? HOW[file.endsWith('.csv') ? 'csv' : ''] ?? '用记事本打开，“另存为”，编码选 UTF-8；VS Code 点右下角的编码，选“通过编码保存”“UTF-8”';
      const place = found === 'damaged' ? placeIn(text, text.indexOf('\ufffd')) : { line: 1, column: 1 };
      return [{ file, ...place, why: NAMES[found], fix: how }];
    }),
};
