import type { ContentSource } from '../loader/read-content.ts';
import { blanksIn } from '../schemas/blank.ts';
import { getIn } from './field-node.ts';
import type { YamlText } from './yaml-lines.ts';

/** A blank that is still in a file. */
export interface BlankPlace {
  file: string;
  line: number;
  column: number;
  what: string;
  optional: boolean;
  /** It stands in an entry with `draft: true`. */
  draft: boolean;
}

/** Every blank that was left by a template, in the order of the files. Comments do not count: what is offered there may stay. */
export function listBlanks({ entries }: ContentSource, yamlTexts: readonly YamlText[]): BlankPlace[] {
  const drafts = new Set(
    entries
      .filter(({ yaml }) => getIn(yaml?.value, ['draft']) === true)
      .flatMap(({ file, companions }) => [file, ...companions.map((companion) => companion.file)]),
  );
  const found = (file: string, text: string, line: number): BlankPlace[] =>
    blanksIn(text).map(({ index, ...blank }) => ({ file, line, column: index + 1, ...blank, draft: drafts.has(file) }));
  return [
    ...yamlTexts.flatMap(({ file, lines }) => lines.flatMap(({ text, number }) => found(file, text, number))),
    ...entries.flatMap(({ file, body, bodyLine }) =>
      body.split('\n').flatMap((text, index) => found(file, text, bodyLine + index)),
    ),
  ];
}
