import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The path below which the site will live, from the address in `content/site.yaml`: `/` or `/qinghe/`. */
export function siteBase(): string {
  const { url } = parse(readFileSync('content/site.yaml', 'utf8')) as { url: string };
  return new URL(url).pathname;
}
