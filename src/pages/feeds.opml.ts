import { opml } from '../outputs/feeds/opml.ts';
import { feedOutlines } from '../queries/feeds/documents.ts';

export const GET = async () => {
  const { title, feeds } = await feedOutlines();
  return new Response(opml(title, feeds), { headers: { 'content-type': 'text/x-opml; charset=utf-8' } });
};
