import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { dataCsv } from '../../outputs/data-files.ts';
import { dataTables } from '../../queries/datasets/index.ts';

export const getStaticPaths = async () =>
  (await dataTables()).map((table) => ({ params: { dataset: table.dataset.name }, props: { table } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(dataCsv(props.table));
