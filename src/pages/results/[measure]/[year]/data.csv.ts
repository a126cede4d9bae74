import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { measureCsv } from '../../../../outputs/measure-csv.ts';
import { measurePaths } from '../../../../queries/measures.ts';

// Without the page's cacheKey: a file that a build does not write again is taken for a leftover (build/prune-stale.ts).
export const getStaticPaths = async () => (await measurePaths()).map(({ params, props }) => ({ params, props }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(measureCsv(props.view, import.meta.env.SITE));
