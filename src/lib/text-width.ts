/** How many columns of a terminal a text takes: Chinese characters and full-width marks take two. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

const WIDE =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;

/** Rows of cells in columns of equal width; a text that is too long is cut with an ellipsis. */
export function alignColumns(rows: readonly (readonly string[])[], most = 44): string[] {
  const cut = rows.map((cells) => cells.map((cell) => shorten(cell, most)));
  const widths = (cut[0] ?? []).map((_, column) => Math.max(...cut.map((cells) => textWidth(cells[column] ?? ''))));
  return cut.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - textWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
}

function shorten(text: string, most: number): string {
  if (textWidth(text) <= most) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(kept + character) > most - 2) break;
    kept += character;
  }
  return `${kept}…`;
}
