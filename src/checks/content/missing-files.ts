import { posix } from 'node:path';
import type { FileRef } from '../file-refs.ts';
import { nearest } from '../../schemas/nearest.ts';
import type { GateContext, Rule } from '../rule.ts';

function problem(ref: FileRef, paths: ReadonlySet<string>): { why: string; fix: string } | undefined {
  const { written, path, folder, kind } = ref;
  const what = kind === 'picture' ? '图片' : '文件';
  if (path !== undefined && paths.has(path)) return undefined;
  if (/^https?:|^\/\//i.test(written)) return { why: '引用了别的网站上的文件，随时可能打不开', fix: `把${what}下载下来，放到 index.mdx 旁边，写成 ./文件名` };
  if (written.includes('\\') && !/^[a-z]:/i.test(written)) return { why: '路径里用了反斜杠 \\，到了服务器上打不开', fix: `写成 ${written.replaceAll('\\', '/')}` };
  if (path === undefined) return { why: `${what}不在这一篇的文件夹里`, fix: `把${what}复制到 index.mdx 旁边，写成 ./${posix.basename(written.replaceAll('\\', '/'))}` };
  if (/\.mdx?$/i.test(written)) return { why: '链接到别的文章要写网址，不写文件', fix: '写成 /news/2026/0305-chun-geng/ 的样子' };
  const beside = [...paths].filter((candidate) => candidate.startsWith(`${folder}/`)).map((candidate) => candidate.slice(folder.length + 1));
  const wanted = path.slice(folder.length + 1);
  const otherCase = beside.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (otherCase !== undefined) return { why: `大小写不一致：文件夹里是“${otherCase}”，到了服务器上会找不到`, fix: `写成 ./${otherCase}` };
  const guess = nearest(wanted, beside.filter((name) => name !== 'index.mdx'));
  return { why: `找不到这个${what}`, fix: guess === undefined ? `把${what}放到 index.mdx 旁边，或者改正文件名` : `是不是想写 ./${guess}` };
}

function check({ source, fileRefs }: GateContext) {
  // From the listing, not from asking the disk: a disk that ignores case would say yes.
  const paths = new Set(source.files.map(({ path }) => path));
  return fileRefs.flatMap((ref) => {
    const found = problem(ref, paths);
    return found === undefined ? [] : [{ ...ref.at(), ...found }];
  });
}

/** Pictures and attachments that are not there. */
export const missingFiles: Rule = {
  id: 'F05',
  title: '图片或附件找不到',
  severity: 'error',
  scope: 'entry',
  basis: '《政府网站与政务新媒体检查指标》：图片、附件可用',
  check,
};
