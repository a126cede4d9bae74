import { CONTRACT_VERSION, datasets } from '../src/derive/datasets/contract.ts';
import { dataHandbook } from '../src/outputs/data-handbook.ts';
import { fieldHandbook, type HandbookChapter } from '../src/outputs/field-handbook.ts';
import { fieldSchema } from '../src/schemas/field-schema.ts';
import { collections, documents, type CollectionName, type Companion } from '../src/schemas/index.ts';
import { editorFiles } from './editor-files.ts';

/** Where each kind of entry stands, as a clerk reads it. */
const PLACES: Record<CollectionName, string> = {
  news: 'content/news/<年>/<月日-简称>/index.mdx',
  branches: 'content/branches/<支部编号>/index.mdx',
  cooperatives: 'content/cooperatives/<合作社编号>/index.mdx',
  reports: 'content/reports/<年份>/index.mdx',
  pages: 'content/pages/<页面编号>/index.mdx',
};

const COMPANIONS: Record<string, string> = {
  meetings: '会议记录（每行一次会议，表头用“名称”一栏的字）',
  figures: '报告的数字（列表）',
  commitments: '报告的承诺（列表）',
};

function chapters(): HandbookChapter[] {
  const entries = (Object.keys(collections) as CollectionName[]).flatMap((name): HandbookChapter[] => {
    const { title, schema } = collections[name];
    const companions: Record<string, Companion> = collections[name].companions;
    return [
      { title, file: PLACES[name], schema: fieldSchema(schema) },
      ...Object.entries(companions).map(([key, { file, item }]) => ({
        title: COMPANIONS[key] ?? key,
        file: PLACES[name].replace('index.mdx', file),
        schema: fieldSchema(item),
      })),
    ];
  });
  return [
    { title: documents.site.title, file: 'content/site.yaml', schema: fieldSchema(documents.site.schema) },
    { title: documents.people.title, file: 'content/people.yaml（没有可以不建）', schema: fieldSchema(documents.people.schema) },
    {
      title: documents.exceptions.title,
      file: 'content/exceptions.yaml（没有可以不建）',
      schema: fieldSchema(documents.exceptions.schema),
    },
    { title: documents.terms.title, file: 'content/terms.yaml（没有可以不建）', schema: fieldSchema(documents.terms.schema) },
    { title: documents.standards.title, file: 'content/standards/<年份>.yaml', schema: fieldSchema(documents.standards.schema) },
    ...entries,
  ];
}

/** Files that are generated from the model: path → text. */
export function generatedDocs(): Record<string, string> {
  return {
    'docs/fields.md': fieldHandbook(chapters()),
    'docs/open-data.md': dataHandbook(CONTRACT_VERSION, datasets),
    ...editorFiles(),
  };
}
