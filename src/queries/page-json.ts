import {
  branchJson,
  cooperativeJson,
  measureJson,
  newsJson,
  promiseJson,
  reportJson,
  type PageJson,
} from '../outputs/page-json/index.ts';
import { paths } from './addresses.ts';
import { branchPaths } from './branches.ts';
import { cooperativePaths } from './cooperatives.ts';
import { promisePaths } from './ledger.ts';
import { measurePaths } from './measures.ts';
import { newsPaths } from './news.ts';
import { reportPaths } from './reports.ts';

/** The pages of entries, promises and measures as data, from the very views that the pages take. */
export async function pageJsonPaths(): Promise<{ params: { path: string }; props: { json: PageJson } }[]> {
  const origin = import.meta.env.SITE;
  const [news, branches, cooperatives, reports, promises, measures] = await Promise.all([
    newsPaths(),
    branchPaths(),
    cooperativePaths(),
    reportPaths(),
    promisePaths(),
    measurePaths(),
  ]);
  const at = (path: string, json: PageJson) => ({ params: { path: path.slice(1, -1) }, props: { json } });
  return [
    ...news.map(({ params, props }) => at(paths.newsEntry(`${params.year}/${params.slug}`), newsJson(props.view, origin))),
    ...branches.map(({ params, props }) => at(paths.branch(params.branch), branchJson(props.view, origin))),
    ...cooperatives.map(({ params, props }) => at(paths.cooperative(params.cooperative), cooperativeJson(props.view, origin))),
    ...reports.map(({ params, props }) => at(paths.report(params.report), reportJson(props.view, origin))),
    ...promises.map(({ params, props }) => at(paths.commitment(params.filter), promiseJson(props.view, origin))),
    ...measures.map(({ params, props }) => at(paths.measure(params.measure, params.year), measureJson(props.view, origin))),
  ];
}
