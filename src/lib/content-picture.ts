import type { Sharp } from 'sharp';

/** Longest side of a picture in content/, in pixels: twice the widest that a page shows. */
export const LONGEST_SIDE = 1920;

/** Of JPEG: photographs look the same, and are a fifth of what a telephone writes. */
export const JPEG_QUALITY = 82;

/** A picture fit for content/: upright, of a sensible size, in the colours of screens. What a camera wrote into it goes, as sharp keeps none of it. */
export const fitted = (picture: Sharp): Sharp =>
  picture
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
