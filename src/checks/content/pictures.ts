import { HEAD, PICTURE, imageType } from '../image-type.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';
import { svgRisk } from '../svg-risks.ts';
import type { ContentFile } from '../../loader/content-files.ts';

const SAVE_AS = '用图片软件打开，另存为 jpg 或 png；打不开就找原图重新导出';

function problem({ read, bytes, path }: ContentFile): { why: string; fix: string } | undefined {
  if (bytes === 0) return { why: '图片文件是空的（0 字节）', fix: '找原图重新复制一份' };
  const head = read(HEAD);
  const type = imageType(head);
  if (type === 'svg') {
    const risk = svgRisk(read().toString('utf8'));
    if (risk !== undefined) return { why: risk === 'runs' ? 'svg 图片里夹带了脚本' : 'svg 图片打开时要到别的网站取东西', fix: '换成 jpg 或 png' };
  }
  if (type !== undefined) return undefined;
  if (/^.{4}ftyp(?:hei|mif|hev)/s.test(head.toString('latin1'))) return { why: '这是苹果手机的 HEIC 照片，改了扩展名也显示不出来', fix: SAVE_AS };
  return { why: `扩展名是 ${path.replace(/^.*\./, '.')}，内容却不是图片`, fix: SAVE_AS };
}

function check({ source, fileRefs }: GateContext): RuleFinding[] {
  const broken = source.files
    .filter(({ path }) => PICTURE.test(path))
    .flatMap((file): RuleFinding[] => {
      const found = problem(file);
      return found === undefined ? [] : [{ file: file.path, line: 1, column: 1, ...found }];
    });
  const known = new Set(source.files.map(({ path }) => path));
  const otherKind = fileRefs
    .filter(({ kind, path }) => kind === 'picture' && path !== undefined && known.has(path) && !PICTURE.test(path))
    .map(({ at }) => ({ ...at(), why: '这种格式的图片网页上显示不出来', fix: SAVE_AS }));
  return [...broken, ...otherKind];
}

/** Pictures that are none, or of a kind that browsers do not show. */
export const pictures: Rule = {
  id: 'F06',
  title: '图片打不开',
  severity: 'error',
  scope: 'entry',
  basis: '网页能显示的图片：jpg、png、webp、gif、avif、svg',
  check,
};
