import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { runCommand } from './command.ts';
import { serve } from './serve.ts';
import { siteBase } from './site-base.ts';

const USAGE = `用法：npm start
生成网站，在本机打开，按 Ctrl+C 停止。只想看一篇的样子，用 npm run dev 更快。`;

await runCommand(USAGE, async () => {
  parseArgs();
  const folder = await buildSite();
  if (folder === undefined) return 1;
  await serve(folder, siteBase());
  return 0;
});
