import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { registerOfPersons } from '../src/derive/people.ts';
import { alignColumns } from '../src/lib/text-width.ts';
import { readContent, toContent } from '../src/loader/read-content.ts';
import type { Person } from '../src/schemas/people.ts';
import { runCommand } from './command.ts';

const USAGE = `用法：npm run people
列出网站上写着名字和职务的人：有人离任时该找谁、该看哪几页。
  --root 文件夹        content/ 所在的文件夹（默认是当前文件夹）`;

await runCommand(USAGE, () => {
  const { values } = parseArgs({ options: { root: { type: 'string', default: '.' } } });
  const source = readContent(resolve(values.root));
  const content = toContent(source);
  if (content === undefined) {
    console.error('site.yaml 还读不出来，先运行 npm run validate 改好。');
    return 1;
  }
  const others = (source.people?.parsed.data as { people: Person[] } | undefined)?.people ?? [];
  const files = [
    ...source.entries.map(({ collection, id, text, companions }) => ({
      place: `${collection}/${id}`,
      text: [text, ...companions.map((beside) => beside.text)].join('\n'),
    })),
    ...[source.site, ...source.standards].flatMap((file) =>
      file === undefined ? [] : [{ place: file.file.replace('content/', ''), text: file.text }],
    ),
  ];
  const rows = registerOfPersons(content, others).map(({ name, posts, left }) => [
    name,
    left === undefined ? '在任' : `${left} 离任`,
    posts.map(({ post }) => post).join('、'),
    files
      .filter(({ text }) => text.includes(name))
      .map(({ place }) => place)
      .join(' '),
  ]);
  console.log(alignColumns([['姓名', '状态', '职务', '写着这个名字的内容'], ...rows], 200).join('\n'));
  console.log(`\n共 ${rows.length} 人。换了人，在支部的班子成员或 content/people.yaml 里写 left，再运行 npm run validate。`);
  return 0;
});
