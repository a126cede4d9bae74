import { markSvg } from '../lib/mark.ts';

export const GET = () => new Response(markSvg(), { headers: { 'content-type': 'image/svg+xml' } });
