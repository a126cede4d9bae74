import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';
import { isLasting, URL_LIST } from './url-list.ts';

// Adds the addresses of the built site to the list of those that must never die. Nothing is ever taken off it.
if (!existsSync('dist/index.html')) {
  console.error('dist/ 里还没有网站：先运行 npm run build');
  process.exit(1);
}
const known = readFileSync(URL_LIST, 'utf8').split('\n').filter(Boolean);
const built = globSync('**/index.html', { cwd: 'dist' }).map(
  (file) =>
    `/${file
      .split(sep)
      .join('/')
      .replace(/index\.html$/, '')}`,
);
const added = built.filter((path) => isLasting(path) && !known.includes(path));
writeFileSync(URL_LIST, `${[...known, ...added].sort().join('\n')}\n`);
console.log(`${URL_LIST}：新加 ${added.length} 个网址，共 ${known.length + added.length} 个`);
