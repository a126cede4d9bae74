import { cmsConfig, type CmsBackend, type CmsFile, type CmsFolder, type CmsSlug } from '../src/outputs/cms-config.ts';
import { fieldSchema, type FieldSchema } from '../src/schemas/field-schema.ts';
import type { Site } from '../src/schemas/site.ts';
import { collections, documents, type CollectionName, type Companion } from '../src/schemas/index.ts';
import { measureOptions } from './measure-options.ts';
import type { OwnerOptions } from './owner-options.ts';

/** Where an entry of each collection stands, in the editor's marks. */
const PATHS: Record<CollectionName, string> = {
  news: "{{fields.date | date('YYYY')}}/{{fields.date | date('MMDD')}}-{{slug}}/index",
  branches: '{{slug}}/index',
  cooperatives: '{{slug}}/index',
  reports: '{{slug}}/index',
  pages: '{{slug}}/index',
};
/** Collections whose entries are read for their text. */
const WITH_BODY: readonly CollectionName[] = ['news', 'reports', 'pages'];

/** The editor knows no pinyin, so the author writes the name of the folder. */
const NAMED: CmsSlug = {
  template: '{{year}}{{month}}{{day}}',
  hint: '文件夹名，就是网址：小写字母、数字和短横线，如 chun-geng。保存以后不要再改',
  pattern: ['^[a-z0-9]+(-[a-z0-9]+)*$', '只用小写字母、数字和短横线'],
};
const YEAR_PATTERN = ['^\\d{4}$', '写四位数的年份'] as const;
const OF_ITS_YEAR: CmsSlug = { template: '{{fields.year}}', hint: '年份，就是网址', pattern: YEAR_PATTERN };
const BESIDE_REPORT: CmsSlug = { template: '{{year}}', hint: '报告的年份，与报告一致', pattern: YEAR_PATTERN };

/** What lies beside an entry and is no form: clerks keep tables with a spreadsheet. */
const tableNote = ({ title, file }: Companion): string => `${title}在同一个文件夹的 ${file} 里，用 WPS 表格打开填写`;

/** Where to write a post that is not offered. */
const NEW_POST = '没有的岗位，先加进“网站设置”的“责任岗位”，重新打开编辑器就能选';

/** Measures are chosen by what they count, posts from the township's list; the model does not know which there are. */
function withChoices(schema: FieldSchema, owners: OwnerOptions): FieldSchema {
  const chosen = (field: FieldSchema): FieldSchema => {
    if (field.role === 'measure') return { ...field, options: measureOptions };
    return field.role === 'owner' && owners.length > 0 ? { ...field, options: owners, description: NEW_POST } : field;
  };
  const properties = Object.entries(schema.properties ?? {}).map(([key, field]) => [key, chosen(field)]);
  return { ...schema, properties: Object.fromEntries(properties) as Record<string, FieldSchema> };
}

/** The forms of a collection: its entries, and each YAML list beside them. */
function collectionForms(name: CollectionName, owners: OwnerOptions): CmsFolder[] {
  const { folder, title, schema } = collections[name];
  const companions = Object.entries(collections[name].companions as Record<string, Companion>);
  const named = 'title' in schema.shape ? 'title' : 'name';
  const tables = companions.filter(([, { format }]) => format === 'csv').map(([, companion]) => tableNote(companion));
  const entries: CmsFolder = {
    name,
    title,
    folder: `content/${folder}`,
    path: PATHS[name],
    extension: 'mdx',
    format: 'mingbang-frontmatter',
    named,
    summary: `{{${named}}}`,
    slug: name === 'reports' ? OF_ITS_YEAR : NAMED,
    schema: fieldSchema(schema),
    bodyNeeded: WITH_BODY.includes(name),
    description: tables.length > 0 ? tables.join('；') : undefined,
  };
  const lists = companions.filter(([, { format }]) => format === 'yaml');
  return [
    entries,
    ...lists.map(([key, companion]): CmsFolder => ({
      name: key,
      title: companion.title,
      folder: `content/${folder}`,
      path: `{{slug}}/${companion.file.replace(/\.yaml$/, '')}`,
      extension: 'yaml',
      format: 'mingbang-list',
      summary: `{{slug}}年：${companion.title}`,
      slug: BESIDE_REPORT,
      schema: withChoices(fieldSchema(companion.item), owners),
    })),
  ];
}

/** The form editor's configuration for this model and a place to save; `owners` as {@link ownerOptions} gives them. */
export function editorConfig(backend: CmsBackend, owners: OwnerOptions = []): object {
  const single = Object.entries(documents);
  const folders = single.flatMap(([name, { title, schema, ...where }]): CmsFolder[] =>
    'folder' in where
      ? [
          {
            name,
            title,
            folder: `content/${where.folder}`,
            path: '{{slug}}',
            extension: 'yaml',
            format: 'mingbang-group',
            named: 'title',
            summary: '{{title}}',
            slug: OF_ITS_YEAR,
            schema: fieldSchema(schema),
          },
        ]
      : [],
  );
  const files = single.flatMap(([name, { title, schema, ...where }]): CmsFile[] =>
    'file' in where ? [{ name, title, file: `content/${where.file}`, schema: fieldSchema(schema) }] : [],
  );
  const forms = (Object.keys(collections) as CollectionName[]).flatMap((name) => collectionForms(name, owners));
  return cmsConfig(backend, [...forms, ...folders], files);
}

const PUBLIC_SITES = { gitlab: 'https://gitlab.com', gitea: 'https://gitea.com' } as const;
const INTERFACES = { gitlab: '/api/v4', gitea: '/api/v1' } as const;

/** Where the editor of the public site saves, and which addresses it has to talk to. */
export function editorBackend({ backend, repo, branch, url, appId }: NonNullable<Site['editor']>): {
  backend: CmsBackend;
  origins: string[];
} {
  const common = { repo, branch, app_id: appId };
  // GitHub's interface has an address of its own, and no township runs one.
  if (backend === 'github')
    return { backend: { name: backend, ...common }, origins: ['https://api.github.com', 'https://github.com'] };
  const { origin } = new URL(url ?? PUBLIC_SITES[backend]);
  return {
    backend: { name: backend, ...common, base_url: origin, api_root: `${origin}${INTERFACES[backend]}` },
    origins: [origin],
  };
}
