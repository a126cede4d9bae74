const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its character references resolved. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : Number.NaN;
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** The letters of an XML part, a line for each paragraph, `|` between cells; letters of one paragraph touch, however it is cut into runs. */
export function xmlText(xml: string): string {
  const text = xml
    .replace(/<w:instrText\b[^>]*>[^<]*<\/w:instrText>/g, '')
    .replace(/>\s+</g, '><')
    .replace(/<(?:w:tab|w:br|w:cr|a:br)\b[^>]*>/g, ' ')
    .replace(/<\/(?:w:tc|a:tc)>/g, '|')
    .replace(/<\/(?:w:p|a:p|w:tr|a:tr|si|text:p|text:h|ofd:TextObject|\w+:TextObject)>/g, '\n')
    .replace(/<[^<>]*>/g, '');
  return unescapeXml(text);
}

/** Attributes of a tag. */
export const attribute = (tag: string, name: string): string | undefined => {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? undefined : unescapeXml(value);
};

/** The words inside of the first element of a name. */
export const element = (xml: string, name: string): string | undefined => {
  const [, inside] = new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`).exec(xml) ?? [];
  return inside === undefined ? undefined : unescapeXml(inside).trim();
};
