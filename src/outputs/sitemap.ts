/** `sitemap.xml` from absolute addresses and the days on which they changed (`YYYY-MM-DD`). */
export function sitemapXml(entries: readonly { url: string; changed: string | undefined }[]): string {
  const rows = entries.map(
    ({ url, changed }) => `<url><loc>${url}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`;
}
