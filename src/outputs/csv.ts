/** What WPS 表格 and Excel take for a formula and run, in Chinese versions also in full width. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

/** Text that would be run as a formula, behind a blank: then it is shown as it was written. Numbers with a sign are left alone. */
const harmless = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? ` ${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A CSV file as WPS 表格 and Excel open it: RFC 4180, UTF-8 with BOM, CRLF; no cell of it is a formula. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => line.map((text) => quoted(harmless(text))).join(',')).join('\r\n')}\r\n`;
