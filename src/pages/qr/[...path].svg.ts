import type { APIRoute } from 'astro';
import { qrSvg } from '../../outputs/qr-code.ts';
import { qrPaths } from '../../queries/posters.ts';

export const getStaticPaths = qrPaths;

export const GET: APIRoute<{ url: string }> = ({ props }) =>
  new Response(qrSvg(props.url), { headers: { 'content-type': 'image/svg+xml' } });
