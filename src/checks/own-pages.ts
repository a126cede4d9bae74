/** First parts of addresses that the site itself uses, and that no standing page may take: its routes, and folders of the build. */
export const OWN_PAGES: ReadonlySet<string> = new Set(
  (
    '404 accessibility admin attachments branches calendar columns commitments cooperatives corrections data feed files news ' +
    'pagefind poster qr reports results search sitemap subscribe villages'
  ).split(' '),
);
