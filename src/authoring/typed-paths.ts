import { fileURLToPath } from 'node:url';

const QUOTED = /"([^"]+)"|'([^']+)'|“([^”]+)”|‘([^’]+)’/g;
const WINDOWS = /^(?:[A-Za-z]:[\\/]|\\\\)/;

/**
 * The paths in what somebody typed, pasted or dragged into the terminal: with quotes around them (Windows, “复制文件地址”), with a
 * backslash before each blank (macOS, Linux), as a `file:` address, several at once. A path with plain blanks is one path.
 */
export function typedPaths(answer: string): string[] {
  const text = answer.trim().replace(/^& (?=["'])/, '');
  if (text === '') return [];
  const quoted = [...text.matchAll(QUOTED)].map(
    (found) => found.slice(1).find((path: string | undefined) => path !== undefined) ?? '',
  );
  if (quoted.length > 0 && text.replace(QUOTED, '').trim() === '') return quoted;
  if (text.startsWith('file://')) return text.split(/\s+/).map(fromAddress);
  if (WINDOWS.test(text) || !/\\[\s()'"&]/.test(text)) return [text];
  return (text.match(/(?:\\.|[^\s\\])+/g) ?? []).map((path) => path.replace(/\\(.)/g, '$1'));
}

function fromAddress(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    return address;
  }
}
