import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../lib/replace-file.ts';
import type { DocumentFacts } from './facts.ts';

const program = join(import.meta.dirname, '../..');
const KEPT = join(program, '.cache/documents');

let reader: string | undefined;

/** Changes with the code that reads documents and with its libraries, so that what an older one read is not believed. */
function readerMark(): string {
  if (reader !== undefined) return reader;
  const hash = createHash('sha256');
  for (const file of globSync('*.ts', { cwd: import.meta.dirname }).sort())
    hash.update(readFileSync(join(import.meta.dirname, file)));
  for (const library of ['unpdf', 'exifreader']) hash.update(readFileSync(join(program, `node_modules/${library}/package.json`)));
  return (reader = hash.digest('hex'));
}

/**
 * What was read of the same bytes in an earlier run, or else reads it: a PDF takes a fifth of a second, and a township keeps hundreds.
 * Lies in `.cache/`, which may be deleted, is not committed and not served.
 */
export async function keptFacts(bytes: Uint8Array, read: () => Promise<DocumentFacts>, folder = KEPT): Promise<DocumentFacts> {
  const path = join(folder, `${createHash('sha256').update(readerMark()).update(bytes).digest('hex')}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as DocumentFacts;
  } catch {
    const facts = await read();
    keep(path, facts);
    return facts;
  }
}

/** A folder that cannot be written to only makes the next run slower. */
function keep(path: string, facts: DocumentFacts): void {
  try {
    replaceFile(path, JSON.stringify(facts));
  } catch {
    // Nothing is lost.
  }
}
