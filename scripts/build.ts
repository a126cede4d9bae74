import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { runCommand } from './command.ts';

const USAGE = `用法：npm run build -- [选项]
核对 content/，生成网站和搜索索引，放在 dist/ 里。
  --production         按正式发布的要求核对：示例内容、没填的备案号都不放过
  --base /子路径/      网站放在子路径下时写（默认按 site.yaml 的网址）
  --out 文件夹         生成到哪里（默认 dist）`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: { production: { type: 'boolean', default: false }, base: { type: 'string' }, out: { type: 'string' } },
  });
  const folder = await buildSite({ production: values.production, base: values.base, outDir: values.out });
  if (folder === undefined) return 1;
  if (!values.production) console.log('这次没有按正式发布的要求核对。要发布，运行 npm run build -- --production');
  return 0;
});
