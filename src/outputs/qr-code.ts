import QRCode from 'qrcode';

interface QrCode {
  /** Modules along one side, with the quiet zone of four modules that readers need. */
  size: number;
  /** The dark modules as one SVG path, a run of neighbours a rectangle. */
  path: string;
}

const QUIET = 4;

/** A QR code of level M as a path: it inherits colours and scales without loss. */
function qrCode(text: string): QrCode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size;) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column === start) column += 1;
      else runs.push(`M${start + QUIET} ${row + QUIET}h${column - start}v1H${start + QUIET}z`);
    }
  }
  return { size: modules.size + 2 * QUIET, path: runs.join('') };
}

/** The code as a picture of its own, black on white. */
export function qrSvg(text: string): string {
  const { size, path } = qrCode(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
}
