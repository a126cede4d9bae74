import type { z } from 'astro/zod';
import { fieldSchema } from '../schemas/field-schema.ts';
import { collections, type Companion } from '../schemas/index.ts';
import type { Choices } from './choices.ts';
import type { Draft, EntryKind } from './kinds.ts';
import { yamlListTemplate, yamlTemplate, type Known } from './yaml-template.ts';

const HOW_TO = `## “## ”开头的是说明。写着【】的都要填，填好一处就换掉一处【】；填完运行 npm run validate 检查。
## 编号只用小写字母、数字和短横线；人名、电话按 content/README.md 的规矩来。`;

/** The text files of a new entry: name beside the entry → text. */
export function newEntry(kind: EntryKind, draft: Draft, choices: Choices): Map<string, string> {
  const { schema }: { schema: z.ZodType } = collections[kind.collection];
  const companions: Record<string, Companion> = collections[kind.collection].companions;
  const front = yamlTemplate(fieldSchema(schema), kind.known(draft), choices);
  return new Map([
    ['index.mdx', `---\n${HOW_TO}\n\n${front}---\n\n${kind.body}\n`],
    ...Object.entries(kind.companions?.(draft) ?? {}).flatMap(([name, items]): [string, string][] => {
      const companion = companions[name];
      return companion === undefined ? [] : [[companion.file, companionText(companion, items, choices)]];
    }),
  ]);
}

/** A table begins with its headings alone: a row that is not filled in would be a meeting that nobody held. */
function companionText({ format, item }: Companion, items: readonly Known[], choices: Choices): string {
  const schema = fieldSchema(item);
  if (format === 'yaml') return `${HOW_TO}\n\n${yamlListTemplate(schema, items, choices)}`;
  return `${Object.entries(schema.properties ?? {})
    .map(([key, { title }]) => title ?? key)
    .join(',')}\n`;
}
