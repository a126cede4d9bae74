import type { GateContext, Rule } from '../rule.ts';

const OFFERED = /\.(pdf|ofd|docx?|xlsx?|pptx?|wps|et|dps|csv|txt|zip|jpe?g|png|webp|gif|mp3|m4a|mp4|ics)$/i;
const RUNS = /\.(html?|xhtml|svg|xml|js|mjs|css|swf|php|exe|bat|sh|apk)$/i;

function check({ fileRefs }: GateContext) {
  return fileRefs
    .filter(({ kind, path, written }) => kind === 'file' && path !== undefined && !/\.mdx?$/i.test(written) && !OFFERED.test(path))
    .map(({ at, written }) => ({
      ...at(),
      why: RUNS.test(written) ? '这种文件打开时会运行程序，不能放在网站上' : '这种文件多数人打不开',
      fix: '换成 pdf、docx、xlsx、csv、txt、zip，录音用 mp3 或 m4a',
    }));
}

/** Attachments that could run code under the site's own address, or that readers cannot open. */
export const fileTypes: Rule = {
  id: 'F09',
  title: '附件的类型不允许',
  severity: 'error',
  scope: 'entry',
  basis: '附件从本站网址打开：能运行程序的文件等于让别人改网站',
  check,
};
