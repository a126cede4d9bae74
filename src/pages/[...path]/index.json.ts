import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { pageJsonPaths } from '../../queries/page-json.ts';

export const getStaticPaths = pageJsonPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(`${JSON.stringify(props.json)}\n`);
