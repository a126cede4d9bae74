import { emptyFacts, type DocumentFacts } from './facts.ts';
import { officeFacts, unpack } from './office.ts';
import { pdfFacts } from './pdf.ts';

/** Documents that the gate looks into. */
export const DOCUMENT = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|ofd|odt|ods|odp|pdf|zip)$/i;

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, index) => bytes[index] === sign);
const cannot = (problem: string): DocumentFacts => ({ ...emptyFacts(), problem });

/** What a document holds, by its content, whatever its name says. Never throws: a broken file comes back with its problem, Chinese. */
export async function readDocument(bytes: Uint8Array, depth = 0): Promise<DocumentFacts> {
  try {
    if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return await pdfFacts(bytes);
    if (startsWith(bytes, 0x50, 0x4b)) return await archiveFacts(bytes, depth);
  } catch (error) {
    return cannot(
      /password|encrypt/i.test(error instanceof Error ? `${error.name} ${error.message}` : '')
        ? '加了密码，打不开'
        : '文件坏了，打不开',
    );
  }
  // The files of Office 97: text lies in them as it is, in two encodings.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { ...cannot('是旧格式（或者加了密码），里面藏着什么看不全'), texts: rawText(bytes) };
  return cannot('内容和扩展名对不上，不知道是什么文件');
}

function rawText(bytes: Uint8Array): DocumentFacts['texts'] {
  const readable = (text: string): string => text.replace(/[^\p{L}\p{N}\p{P}\p{Zs}]+/gu, '\n');
  return [
    { place: '文件里', text: readable(new TextDecoder('latin1').decode(bytes)) },
    { place: '文件里', text: readable(new TextDecoder('utf-16le').decode(bytes)) },
  ];
}

async function archiveFacts(bytes: Uint8Array, depth: number): Promise<DocumentFacts> {
  const parts = unpack(bytes);
  if (parts['[Content_Types].xml'] !== undefined || parts['OFD.xml'] !== undefined || parts['content.xml'] !== undefined)
    return officeFacts(parts);
  const all = emptyFacts();
  for (const [name, inside] of Object.entries(parts)) {
    if (name.endsWith('/')) continue;
    const called = `压缩包里的“${name.replace(/^.*\//, '')}”`;
    if (/\.(?:txt|csv|md|xml|html?|json|ya?ml)$/i.test(name))
      all.texts.push({ place: called, text: new TextDecoder().decode(inside) });
    else if (/\.(?:jpe?g|png|webp|heic|tiff?)$/i.test(name)) all.pictures.push({ name, bytes: inside });
    else if (DOCUMENT.test(name) && depth < 2) {
      const facts = await readDocument(inside, depth + 1);
      all.texts.push(...facts.texts.map(({ place, text }) => ({ place: `${called}${place}`, text })));
      all.hidden.push(...facts.hidden.map((what) => `${called}里有${what}`));
      all.persons.push(...facts.persons.map(({ field, value }) => ({ field: `${called}${field}`, value })));
      all.pictures.push(...facts.pictures);
      if (facts.problem !== undefined) all.problem = `${called}${facts.problem}`;
    }
  }
  return all;
}
