/** Where each page lives, without the base. The only place that knows. */
export const paths = {
  home: '/',
  news: (page = 1) => (page === 1 ? '/news/' : `/news/page/${page}/`),
  newsYear: (year: string) => `/news/${year}/`,
  newsEntry: (id: string) => `/news/${id}/`,
  column: (id: string, page = 1) => (page === 1 ? `/columns/${id}/` : `/columns/${id}/page/${page}/`),
  branches: '/branches/',
  branch: (id: string) => `/branches/${id}/`,
  records: (branch: string) => `/branches/${branch}/records/`,
  branchKind: (kind: string) => `/branches/kind/${kind}/`,
  village: (id: string) => `/villages/${id}/`,
  cooperatives: '/cooperatives/',
  cooperativeKind: (kind: string) => `/cooperatives/kind/${kind}/`,
  cooperativeIndustry: (id: string) => `/cooperatives/industry/${id}/`,
  cooperative: (id: string) => `/cooperatives/${id}/`,
  reports: '/reports/',
  report: (id: string) => `/reports/${id}/`,
  results: '/results/',
  measure: (id: string, year: number | string) => `/results/${id}/${String(year)}/`,
  yearResults: (year: number | string) => `/results/${String(year)}/`,
  figure: (report: string, id: string) => `/results/${report}/#f-${id}`,
  commitments: '/commitments/',
  commitment: (id: string) => `/commitments/${id}/`,
  commitmentsOf: (filter: string) => `/commitments/${filter}/`,
  qr: (path: string) => `/qr${path.replace(/\/$/, '')}.svg`,
  poster: (path: string) => `${path}poster/`,
  page: (id: string) => `/${id}/`,
  search: '/search/',
  sitemap: '/sitemap/',
  accessibility: '/accessibility/',
  corrections: '/corrections/',
  data: '/data/',
  dataTable: (name: string) => `/data/${name}/`,
  dataFile: (name: string, format: 'csv' | 'json') => `/data/${name}.${format}`,
  dataDictionary: '/data/dictionary/',
  dataPackage: '/data/datapackage.json',
  subscribe: '/subscribe/',
  /** The feed that belongs to a page, without `.xml` or `.json`. */
  feed: (page: string) => `${page}feed`,
  feedList: '/feeds.opml',
  /** The calendar that belongs to a page, as a page and as a file. */
  calendar: (page: string) => `${page}calendar/`,
  calendarFile: (page: string) => `${page}calendar.ics`,
} as const;

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** A path of {@link paths} with the site's base: what stands in an `href`. */
export const href = (path: string): string => `${base}${path}`;

/** The absolute address of a path. */
export const absolute = (path: string): string => new URL(href(path), import.meta.env.SITE).href;
