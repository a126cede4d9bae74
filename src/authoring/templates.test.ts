import { describe, expect, it } from 'vitest';
import type { z } from 'astro/zod';
import { describeFields, getIn, knownKeys } from '../checks/field-node.ts';
import { YamlSource } from '../loader/yaml-source.ts';
import { blanksIn } from '../schemas/blank.ts';
import { fieldSchema } from '../schemas/field-schema.ts';
import { collections, type Companion } from '../schemas/index.ts';
import { yamlTemplate } from './yaml-template.ts';

const schemas: [string, z.ZodType][] = Object.values(collections).flatMap(({ title, schema, companions }) => [
  [title, schema] as [string, z.ZodType],
  ...Object.values(companions as Record<string, Companion>)
    .filter(({ format }) => format === 'yaml')
    .map(({ file, item }): [string, z.ZodType] => [file, item]),
]);

/** What an author does who uses everything that is offered. */
const uncomment = (text: string): string => text.replace(/^(\s*)# /gm, '$1');

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

describe('a template', () => {
  it.each(schemas)('%s: offers every field of the model, in its place', (_title, schema) => {
    const source = new YamlSource(uncomment(yamlTemplate(fieldSchema(schema), {}, {})));
    expect(source.problems).toEqual([]);
    expect(new Set(keysIn(source.value))).toEqual(knownKeys(describeFields(schema)));
    // Nothing is wrong with it but what is still blank.
    const issues = schema.safeParse(source.value).error?.issues ?? [];
    for (const { path, message } of issues) {
      const value = JSON.stringify(getIn(source.value, path as (string | number)[]));
      expect(blanksIn(value).length, `${path.join('.')}: ${message}`).toBeGreaterThan(0);
    }
  });

  it.each(schemas)('%s: explains every field that it asks for', (_title, schema) => {
    const lines = yamlTemplate(fieldSchema(schema), {}, {}).split('\n');
    const live = lines.flatMap((line, index) => (/^\s*(- )?[a-z]\w*:/i.test(line) ? [index] : []));
    expect(live.length).toBeGreaterThan(3);
    for (const index of live) expect(lines[index - 1]).toMatch(/^\s*## .+（(必填|选填)）/);
  });

  it('has nothing but its required fields until something is known', () => {
    const value = (known: Record<string, string>): unknown =>
      new YamlSource(yamlTemplate(fieldSchema(collections.pages.schema), known, {})).value;
    expect(Object.keys(value({}) as object)).toEqual(['title', 'summary', 'updated', 'reviewBy', 'owner', 'disclosure']);
    expect(value({ title: '指南：怎么“看” # 这里', importedFrom: '旧站' })).toMatchObject({
      title: '指南：怎么“看” # 这里',
      importedFrom: '旧站',
    });
  });

  it('says what may be pointed at, by name', () => {
    const choices = { columns: [{ id: 'members', names: ['党员队伍建设'] }] };
    expect(yamlTemplate(fieldSchema(collections.news.schema), {}, choices)).toContain('从这里选：members（党员队伍建设）');
  });
});
