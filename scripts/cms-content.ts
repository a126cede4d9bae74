import { cmsConfig, type CmsBackend, type CmsFile, type CmsFolder } from '../src/outputs/cms-config.ts';
import { fieldSchema } from '../src/schemas/field-schema.ts';
import type { Site } from '../src/schemas/site.ts';
import { collections, documents, type CollectionName } from '../src/schemas/index.ts';

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

/** The form editor's configuration for this model and a place to save. */
export function editorConfig(backend: CmsBackend): object {
  const folders = Object.entries(collections).map(([key, { folder, title, schema }]): CmsFolder => {
    const name = key as CollectionName;
    return {
      name,
      title,
      folder: `content/${folder}`,
      path: PATHS[name],
      // A report's folder is its year; for the others the editor knows no pinyin, so the author writes the name.
      slug: name === 'reports' ? '{{fields.year}}' : '{{year}}{{month}}{{day}}',
      named: 'title' in schema.shape ? 'title' : 'name',
      schema: fieldSchema(schema),
      bodyNeeded: WITH_BODY.includes(name),
    };
  });
  const files = (['site', 'terms', 'people'] as const).map((name): CmsFile => {
    const { file, title, schema } = documents[name];
    return { name, title, file: `content/${file}`, schema: fieldSchema(schema) };
  });
  return cmsConfig(backend, folders, files);
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
