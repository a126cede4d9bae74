import { plainPage } from '../queries/pages.ts';

export const GET = async () => {
  const { frame } = await plainPage({ title: '', description: '', path: '/' });
  const manifest = {
    name: frame.site.name,
    short_name: frame.site.shortName,
    lang: 'zh-CN',
    start_url: frame.home,
    scope: frame.home,
    display: 'minimal-ui',
    background_color: '#faf6ee',
    theme_color: '#9b2226',
    icons: [
      { src: `${frame.home}favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
      { src: `${frame.home}icon-180.png`, sizes: '180x180', type: 'image/png' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
