import { absolute } from '../queries/addresses.ts';
import { plainPage } from '../queries/pages.ts';

export const GET = async () => {
  const { frame } = await plainPage({ title: '', description: '', path: '/' });
  const lines = frame.site.demo
    ? ['User-agent: *', 'Disallow: /']
    : ['User-agent: *', 'Allow: /', `Sitemap: ${absolute('/sitemap.xml')}`];
  return new Response(`${lines.join('\n')}\n`);
};
