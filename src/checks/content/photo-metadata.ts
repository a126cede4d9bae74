import { personalMetadata } from '../../documents/photo.ts';
import { photosInSvg } from '../svg-risks.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const PHOTO = /\.(jpe?g|png|webp|avif|heic|tiff?)$/i;

function check({ source, documents }: GateContext): RuleFinding[] {
  const at = { line: 1, column: 1 };
  const photos = source.files
    .filter(({ path }) => PHOTO.test(path))
    .flatMap(({ path, read }): RuleFinding[] => {
      const found = personalMetadata(read());
      return found.length === 0
        ? []
        : [{ file: path, ...at, why: `照片里记着${found.join('、')}`, fix: '运行 npm run clean-photos，照片看上去不变，这些信息就没有了；用网页编辑器的，移除这张，重新放一次' }];
    });
  const inDrawings = source.files
    .filter(({ path }) => /\.svg$/i.test(path))
    .flatMap(({ path, read }): RuleFinding[] => {
      const found = new Set(photosInSvg(read().toString('utf8')).flatMap(personalMetadata));
      return found.size === 0
        ? []
        : [{ file: path, ...at, why: `svg 图里嵌的照片记着${[...found].join('、')}`, fix: '用图片软件打开，另存为 jpg，再运行 npm run clean-photos' }];
    });
  const inDocuments = [...documents].flatMap(([file, { pictures }]) =>
    pictures.flatMap(({ name, bytes }): RuleFinding[] => {
      const found = personalMetadata(bytes);
      return found.length === 0
        ? []
        : [{ file, ...at, why: `附件里的照片“${name}”记着${found.join('、')}`, fix: '把照片清理好再插进去，或者把附件另存为 PDF' }];
    }),
  );
  return [...photos, ...inDrawings, ...inDocuments];
}

/** Where a photo was taken, and by whom: a house, a child's school. Readers never get the original, but the repository keeps it. */
export const photoMetadata: Rule = {
  id: 'I05',
  title: '照片里有定位或个人信息',
  severity: 'error',
  scope: 'entry',
  basis: '《个人信息保护法》第二十八条：行踪轨迹是敏感个人信息',
  check,
};
