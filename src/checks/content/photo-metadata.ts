import { personalMetadata } from '../../documents/photo.ts';
import { photosInSvg } from '../svg-risks.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const PHOTO = /\.(jpe?g|png|webp|avif|heic|tiff?)$/i;

/** A PDF keeps the photographs as they were put in: saving as PDF cleans nothing, printing does. */
const IN_PDF =
  '运行 npm run clean-photos，PDF 里的照片也一起清理，看上去不变；清理过还报的，打开它点“打印”，打印机选“Microsoft Print to PDF”，换成打印出来的那一份';
const IN_DOCUMENT =
  '运行 npm run clean-photos，附件里的照片也一起清理，看上去不变；清理过还报的，先把照片清理好，再插进原稿重新另存';

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
    pictures.map(({ place, tells }) => ({ file, ...at, why: `附件里的${place}记着${tells.join('、')}`, fix: /\.pdf$/i.test(file) ? IN_PDF : IN_DOCUMENT })),
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
