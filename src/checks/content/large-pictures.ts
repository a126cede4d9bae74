import { PICTURE } from '../image-type.ts';
import type { Rule } from '../rule.ts';

const LIMIT_MB = 8;

/** Pictures straight from the camera: readers never get them, but every copy of the repository does. */
export const largePictures: Rule = {
  id: 'F08',
  title: '图片太大',
  severity: 'warning',
  scope: 'entry',
  basis: '网页上的图片最宽 960 像素，原图超过 8 MB 只会拖慢所有人',
  check: ({ source }) =>
    source.files
      .filter(({ path, bytes }) => PICTURE.test(path) && bytes > LIMIT_MB * 1024 * 1024)
      .map(({ path, bytes }) => ({
        file: path,
        line: 1,
        column: 1,
        why: `图片有 ${(bytes / 1024 / 1024).toFixed(1)} MB，超过 ${LIMIT_MB} MB`,
        fix: '用图片软件把宽度缩到 2000 像素左右再放进来',
      })),
};
