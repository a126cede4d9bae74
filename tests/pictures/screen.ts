import { textWidth } from '../../src/lib/text-width.ts';

/** What a terminal shows in one place: a character and the colours it was written in, as the codes name them (`31`, `2`). */
interface Cell {
  character: string;
  style: string;
}

/** Characters side by side in one style. */
export interface Run {
  text: string;
  style: string;
}

const ESC = '\u001b';
const ESCAPE = new RegExp(`${ESC}\\[([?\\d;]*)([A-Za-z])`, 'y');
const BLANK: Cell = { character: ' ', style: '' };

/**
 * What stands on the screen of a terminal after a program has written `output`: its lines, with colours. Knows what our commands and their prompts use:
 * colours, moves of the cursor, erasing, and the break of a full line.
 */
export function screenOf(output: string, columns: number): Run[][] {
  const lines: Cell[][] = [[]];
  let [row, column, style] = [0, 0, ''];
  const line = (): Cell[] => {
    while (lines.length <= row) lines.push([]);
    return lines[row] ?? [];
  };
  const put = (character: string): void => {
    const width = textWidth(character);
    if (column + width > columns) [row, column] = [row + 1, 0];
    while (line().length < column) line().push(BLANK);
    // The second half of a wide character is an empty cell.
    line().splice(column, width, { character, style }, ...(width === 2 ? [{ character: '', style }] : []));
    column += width;
  };
  const command = (parameters: string, letter: string): void => {
    const count = Number(parameters === '' ? '1' : parameters);
    if (letter === 'A') row = Math.max(0, row - count);
    else if (letter === 'B') row += count;
    else if (letter === 'C') column += count;
    else if (letter === 'D') column = Math.max(0, column - count);
    else if (letter === 'G') column = count - 1;
    else if (letter === 'K') line().splice(parameters === '2' ? 0 : column);
    else if (letter === 'J') {
      line().splice(column);
      lines.splice(row + 1);
    } else if (letter === 'm') style = styled(style, parameters);
  };
  for (let at = 0; at < output.length;) {
    ESCAPE.lastIndex = at;
    const escape = ESCAPE.exec(output);
    const character = String.fromCodePoint(output.codePointAt(at) ?? 0);
    at += escape?.[0].length ?? character.length;
    if (escape !== null) command(escape[1] ?? '', escape[2] ?? '');
    else if (character === '\n') [row, column] = [row + 1, 0];
    else if (character === '\r') column = 0;
    else put(character);
  }
  return lines.map(runs);
}

/** The style after a colour code: `0` ends all, `39` the colour, `22` bold and dim. */
function styled(style: string, parameters: string): string {
  let codes = style.split(' ').filter(Boolean);
  for (const code of parameters.split(';').map((text) => text || '0')) {
    const ended = { 0: /./, 22: /^[12]$/, 27: /^7$/, 28: /^8$/, 29: /^9$/, 39: /^[39]\d$/, 49: /^4\d$/ }[Number(code)];
    codes = ended === undefined ? [...codes, code] : codes.filter((old) => !ended.test(old));
  }
  return codes.join(' ');
}

function runs(cells: readonly Cell[]): Run[] {
  const found: Run[] = [];
  for (const { character, style } of cells) {
    const last = found.at(-1);
    if (last?.style === style) last.text += character;
    else found.push({ text: character, style });
  }
  return found;
}
