import { decodeText } from './decode-text.ts';
import { emptyFacts, type DocumentFacts } from './facts.ts';
import { keptFacts } from './kept-facts.ts';
import { OfficePackage } from './office-package.ts';
import { officeFacts } from './office.ts';
import { pdfFacts } from './pdf.ts';
import { personalMetadata } from './photo.ts';
import { isRecording, recordingFacts } from './recording.ts';

/** Documents that the gate looks into. */
export const DOCUMENT = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|ofd|odt|ods|odp|pdf|zip|mp3|m4a|mp4)$/i;
const PHOTO = /\.(?:jpe?g|png|webp|heic|tiff?)$/i;
const TEXT = /\.(?:txt|csv|md|xml|html?|json|ya?ml|svg|ics|vcf|rtf|log)$/i;
/** Folders, and pictures that carry nothing. */
const SILENT = /\/$|\.(?:gif|bmp|avif)$/i;
/** An archive in an archive in an archive: nobody publishes that. */
const DEEPEST = 2;

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, index) => bytes[index] === sign);
const cannot = (problem: string): DocumentFacts => ({ ...emptyFacts(), problem });

/** What a document holds, by its content, whatever its name says. Never throws: a broken file comes back with its problem, Chinese. */
export async function readDocument(bytes: Uint8Array, depth = 0): Promise<DocumentFacts> {
  try {
    if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return await keptFacts(bytes, () => pdfFacts(bytes));
    if (isRecording(bytes)) return recordingFacts(bytes);
    if (startsWith(bytes, 0x50, 0x4b)) return await archiveFacts(new OfficePackage(bytes), depth);
  } catch (error) {
    const locked = /password|encrypt/i.test(error instanceof Error ? `${error.name} ${error.message}` : '');
    return cannot(locked ? '加了密码，打不开' : '文件坏了，打不开');
  }
  // The files of Office 97: text lies in them as it is, in two encodings.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { ...cannot('是旧格式（或者加了密码），里面藏着什么看不全'), texts: rawText(bytes) };
  return cannot('内容和扩展名对不上，不知道是什么文件');
}

function rawText(bytes: Uint8Array): DocumentFacts['texts'] {
  const readable = (text: string): string => text.replace(/[^\p{L}\p{N}\p{P}\p{Zs}]+/gu, '\n');
  return ['latin1', 'utf-16le'].map((encoding) => ({ place: '文件里', text: readable(new TextDecoder(encoding).decode(bytes)) }));
}

/** An archive of any kind: what its program shows of it, and the pictures and documents that are packed into it. */
async function archiveFacts(archive: OfficePackage, depth: number): Promise<DocumentFacts> {
  const office = ['[Content_Types].xml', 'OFD.xml', 'content.xml'].some((name) => archive.has(name));
  const all = office ? officeFacts(archive) : emptyFacts();
  for (const name of archive.names()) {
    const inside = archive.bytes(name) ?? new Uint8Array();
    const called = `${office ? '嵌在里面' : '压缩包里'}的“${name.replace(/^.*\//, '')}”`;
    if (!office) all.texts.push({ place: '压缩包里的文件名', text: name });
    if (PHOTO.test(name)) {
      const tells = personalMetadata(inside);
      if (tells.length > 0) all.pictures.push({ place: `照片“${name.replace(/^.*\//, '')}”`, tells });
    } else if (!office && TEXT.test(name)) all.texts.push({ place: called, text: decodeText(inside) });
    else if (DOCUMENT.test(name)) {
      const facts = depth < DEEPEST ? await readDocument(inside, depth + 1) : cannot('套了太多层，没有再打开');
      all.texts.push(...facts.texts.map(({ place, text }) => ({ place: `${called}${place}`, text })));
      all.hidden.push(...facts.hidden.map((what) => `${called}里有${what}`));
      all.persons.push(...facts.persons.map(({ field, value }) => ({ field: `${called}${field}`, value })));
      all.pictures.push(...facts.pictures.map(({ place, tells }) => ({ place: `${called}${place}`, tells })));
      all.recorded.push(...facts.recorded);
      if (facts.problem !== undefined) all.problem = `${called}${facts.problem}`;
      if (facts.scanned !== undefined) all.scanned = `${called}${facts.scanned}`;
    } else if (!office && !SILENT.test(name)) all.problem = `${called}不知道是什么文件`;
  }
  return all;
}
