import type { getDocumentProxy } from 'unpdf';
import { emptyFacts, type DocumentFacts } from './facts.ts';
import { pdfPhotos } from './pdf-photos.ts';

type PDFDocumentProxy = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Of what the library gives for a mark on a page: a note, a link, a field of a form, a file pinned to it. */
interface Annotation {
  subtype?: string;
  contentsObj?: { str: string };
  fieldValue?: unknown;
  unsafeUrl?: string;
  alternativeText?: string;
  file?: { filename: string };
}

/** A line of the table of contents that a reader shows beside the pages. */
interface Heading {
  title: string;
  items: Heading[];
}

/** Names of programs, which are no persons. */
const PROGRAM = /office|word|excel|wps|writer|libre|acrobat|pdf|chrom|skia|cairo|ghostscript|latex|quartz|photoshop|scan/i;

const headings = (list: readonly Heading[]): string[] => list.flatMap(({ title, items }) => [title, ...headings(items)]);
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsIn) : [];

/** Title, keywords and the like, in both places where programs write them. */
async function propertiesOf(document: PDFDocumentProxy): Promise<{ info: Record<string, unknown>; texts: string[] }> {
  const { info: plain, metadata } = (await document.getMetadata()) as { info: object; metadata: { getRaw(): unknown } | null };
  const info = plain as Record<string, unknown>;
  return {
    info,
    texts: [
      ...Object.values(info),
      ...Object.values((info['Custom'] ?? {}) as Record<string, unknown>),
      metadata?.getRaw(),
    ].flatMap(textsIn),
  };
}

/** Which pages are without a word; undefined when there is none. An empty page is one of them: nobody can tell it from a scan by its text. */
function wordless(pages: readonly string[]): string | undefined {
  const found = pages.flatMap((text, index) => (text.trim() === '' ? [index + 1] : []));
  if (found.length === 0) return undefined;
  return found.length === pages.length ? '一个字也读不出来，多半是扫描件' : `第${found.join('、')}页读不出字来，多半是扫描的`;
}

/**
 * What stands in a PDF: its pages, what is pinned to them or filled in, its table of contents, its properties, its photographs, the files it carries.
 * Its library is loaded only where there is one to read.
 */
export async function pdfFacts(bytes: Uint8Array): Promise<DocumentFacts> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { text } = await extractText(document, { mergePages: false });
  const texts = text.map((page, index) => ({ place: `第${String(index + 1)}页`, text: page }));
  let notes = 0;
  const files = new Set(
    Object.values(((await document.getAttachments()) ?? {}) as Record<string, { filename: string }>).map(
      ({ filename }) => filename,
    ),
  );
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = `第${String(number)}页`;
    for (const mark of (await (await document.getPage(number)).getAnnotations()) as Annotation[]) {
      if (mark.file !== undefined) files.add(mark.file.filename);
      const filled = [mark.alternativeText, mark.unsafeUrl, ...textsIn(mark.fieldValue)];
      texts.push(...filled.flatMap((said) => (said ? [{ place: `${page}的表单或链接里`, text: said }] : [])));
      const written = mark.contentsObj?.str.trim() ?? '';
      if (mark.subtype === 'Link' || mark.subtype === 'Widget' || written === '') continue;
      notes += 1;
      texts.push({ place: `${page}的批注`, text: written });
    }
  }
  const { info, texts: properties } = await propertiesOf(document);
  texts.push(
    ...headings(((await document.getOutline()) as Heading[] | null) ?? []).map((title) => ({ place: '目录里', text: title })),
    ...properties.map((said) => ({ place: '文件属性里', text: said })),
    ...[...files].map((name) => ({ place: '夹带的文件名里', text: name })),
  );
  const scanned = wordless(text);
  const author: unknown = info['Author'];
  const persons =
    typeof author === 'string' && author.trim() !== '' && !PROGRAM.test(author) ? [{ field: '作者', value: author.trim() }] : [];
  return {
    ...emptyFacts(),
    ...pdfPhotos(bytes),
    texts,
    hidden: [...(notes === 0 ? [] : [`${String(notes)}条批注`]), ...[...files].map((name) => `夹带的文件“${name}”`)],
    persons,
    ...(scanned !== undefined && { scanned }),
  };
}
