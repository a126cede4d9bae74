import { emptyFacts, type DocumentFacts } from './facts.ts';

/** Of what the library gives for a mark on a page. */
interface Annotation {
  subtype?: string;
  contentsObj?: { str: string };
}

/** Names of programs, which are no persons. */
const PROGRAM = /office|word|excel|wps|writer|libre|acrobat|pdf|chrom|skia|cairo|ghostscript|latex|quartz|photoshop|scan/i;

/** What stands in a PDF: its pages, the notes pinned to them, its author. Its library is loaded only where there is one to read. */
export async function pdfFacts(bytes: Uint8Array): Promise<DocumentFacts> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { text } = await extractText(document, { mergePages: false });
  const { info } = await getMeta(document);
  const texts = text.map((page, index) => ({ place: `第${String(index + 1)}页`, text: page }));
  let notes = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const annotations = (await (await document.getPage(number)).getAnnotations()) as Annotation[];
    for (const { subtype, contentsObj } of annotations) {
      const written = contentsObj?.str.trim() ?? '';
      if (subtype === 'Link' || subtype === 'Widget' || written === '') continue;
      notes += 1;
      texts.push({ place: `第${String(number)}页的批注`, text: written });
    }
  }
  const author: unknown = info['Author'];
  const persons =
    typeof author === 'string' && author.trim() !== '' && !PROGRAM.test(author) ? [{ field: '作者', value: author.trim() }] : [];
  return { ...emptyFacts(), texts, hidden: notes === 0 ? [] : [`${String(notes)}条批注`], persons };
}
