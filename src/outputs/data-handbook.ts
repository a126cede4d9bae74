import type { Dataset } from '../derive/datasets/dataset.ts';

/** The contract of the open data (Markdown, Chinese): what is promised, and every table with its columns in order. */
export function dataHandbook(version: string, datasets: readonly Dataset[]): string {
  const parts = datasets.map(
    ({ name, title, about, columns }) =>
      `## ${title}\n\n\`/data/${name}.csv\`、\`/data/${name}.json\`。${about}\n\n${table(columns)}`,
  );
  return `# 开放数据：表、列和约定

本页由程序从 \`src/derive/datasets/\` 生成，不要手工修改；改了列之后运行 \`npm run docs\`。现在的版本：**${version}**。

## 约定

- 网址不变：\`/data/<表>.csv\`、\`/data/<表>.json\`、网页 \`/data/<表>/\`，全部表的说明 \`/data/datapackage.json\`（Data Package 2.0）。
- 列名和列的次序不变。只加列，加在最后，第二位版本号加一；删列、改名、换次序或者改口径，第一位版本号加一，并在更新说明里写明。
- CSV：UTF-8 带 BOM，行尾 CRLF，逗号分隔，RFC 4180；第一行是列名；多项写在一格里用“；”隔开；没有就空着。以 =、+、-、@ 开头的文字前面加一个空格，免得表格软件当公式运行（用空格不用单引号：读出来去掉首空格就是原文）；负数照写，JSON 里不加。
- JSON：一个列表，每行一个对象，键是“程序名”，每行的键都一样，没有写 \`null\`，多项是列表。
- 日期写成 \`2026-03-05\`，时间是北京时间，金额是万元。
- 只有向社会公开并且走完审批的内容。撤下的、没到发布时间的、公示期满的个人内容不在表里。涉及案件、低保、信访的数目不足 3 的不写数，只写“不足3”或“未单列”。
- 数与网页一致：\`tests/site/data.site.test.ts\` 每次都把行数、合计与网页逐一对过。
- 许可写在 \`site.yaml\` 的 \`license\`；没有写时是“署名即可使用”。

## 每一页的 JSON

动态、支部、产业、年度报告、承诺和指标的网页，网址后面加 \`index.json\` 就是同一页的数据：\`format\` 是 \`mingbang-page/1\`，\`type\` 是 \`news\`、\`branch\`、\`cooperative\`、
\`report\`、\`commitment\`、\`measure\` 之一；撤下的只有 \`gone\`、日期和原因。网页上没有的，这里也没有；公示只给起止日期、公示单位和结果，不给正文。
正文是一段一段的：\`heading\`、\`paragraph\`、\`item\`、\`row\`（表格的一行）、\`picture\`（图片的替代文字）。

${parts.join('\n\n')}
`;
}

function table(columns: Dataset['columns']): string {
  const lines = columns.map(
    ({ title, key, type, required, help, options }) =>
      `| ${title} | \`${key}\` | ${options?.join('、') ?? type} | ${required ? '●' : ''} | ${help} |`,
  );
  return ['| 列名 | 程序名 | 类型 | 必有 | 说明 |', '|---|---|---|---|---|', ...lines].join('\n');
}
