const NUMERIC = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;
const RUNS =
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object)\b|\son[a-z]+\s*=|(?:java|vb)script\s*:|data:text\/html|<!ENTITY/i;
const OUTSIDE = /(?:href|src)\s*=\s*["']?\s*(?:https?:)?\/\/|@import|url\(\s*["']?\s*(?:https?:)?\/\//i;

/** Letters as a browser reads them: `java&#115;cript:` is one word. */
const decoded = (text: string): string =>
  text.replace(NUMERIC, (_sign, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Whether a drawing that is opened by itself runs something, or tells another site who looks at it. Namespaces are names, not addresses. */
export function svgRisk(text: string): 'runs' | 'outside' | undefined {
  const svg = decoded(text);
  return RUNS.test(svg) ? 'runs' : OUTSIDE.test(svg) ? 'outside' : undefined;
}

/** Photographs that a drawing program packed into a drawing. */
export const photosInSvg = (text: string): Buffer[] =>
  Array.from(text.matchAll(/data:image\/(?:jpe?g|png|webp);base64,([\w+/=\s]+)/gi), ([, packed = '']) =>
    Buffer.from(packed, 'base64'),
  );
