import { sitemapXml } from '../outputs/sitemap.ts';
import { absolute } from '../queries/addresses.ts';
import { sitemapEntries } from '../queries/pages.ts';

export const GET = async () => {
  const entries = await sitemapEntries();
  return new Response(sitemapXml(entries.map(({ path, changed }) => ({ url: absolute(path), changed }))));
};
