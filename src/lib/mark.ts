/** The site's mark, a notice board under its little roof: the one source of the header's drawing and of every icon. Paths in a box of 32 × 32. */
export const MARK = {
  ground: 'M6 0h20a6 6 0 0 1 6 6v20a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6z',
  // Roof, posts, and the board with three lines cut out of it.
  board:
    'M16 4.5 4.5 10.5v2h23v-2zM7 13.5h2.2v14H7zM22.8 13.5H25v14h-2.2zM10.2 14.5h11.6v10.5H10.2zM12 16.7v1.4h8v-1.4zM12 19.3v1.4h8v-1.4zM12 21.9v1.4h5v-1.4z',
} as const;

/** The mark as a picture of its own, in the colours of the light page. */
export const markSvg = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#9b2226" d="${MARK.ground}"/><path fill="#fff" fill-rule="evenodd" d="${MARK.board}"/></svg>\n`;
