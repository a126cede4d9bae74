type Thing = Record<string, unknown>;

const thing = (type: string, fields: Thing): Thing => ({ '@context': 'https://schema.org', '@type': type, ...fields });

/** Who runs the site. */
export const organization = (site: { name: string; url: string; phone: string; address: string }): Thing =>
  thing('Organization', { name: site.name, url: site.url, telephone: site.phone, address: site.address });

/** A news entry; `date` is `YYYY-MM-DD HH:MM` of Asia/Shanghai. */
export const newsArticle = (entry: {
  title: string;
  date: string;
  changed: string | undefined;
  url: string;
  publisher: string;
}): Thing =>
  thing('NewsArticle', {
    headline: entry.title,
    datePublished: entry.date.length > 10 ? `${entry.date.replace(' ', 'T')}:00+08:00` : entry.date,
    ...(entry.changed === undefined ? {} : { dateModified: entry.changed }),
    url: entry.url,
    publisher: { '@type': 'Organization', name: entry.publisher },
  });

/** The way from home, home itself left out. */
export const breadcrumbList = (trail: { url: string; name: string }[]): Thing =>
  thing('BreadcrumbList', {
    itemListElement: trail.map(({ url, name }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: url })),
  });

/** A co-op or farm, with the first counter that has an address and a telephone. */
export function localBusiness(business: {
  name: string;
  description: string;
  url: string;
  outlets: { address?: string | undefined; phone?: string | undefined }[];
}): Thing {
  const counter = business.outlets.find(({ address, phone }) => address !== undefined && phone !== undefined);
  const { name, description, url } = business;
  return counter === undefined
    ? thing('Organization', { name, description, url })
    : thing('LocalBusiness', { name, description, url, address: counter.address, telephone: counter.phone });
}
