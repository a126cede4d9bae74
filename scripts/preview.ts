import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { serve } from './serve.ts';
import { siteBase } from './site-base.ts';

const USAGE = `用法：npm run preview
打开上一次生成的网站，不重新生成，按 Ctrl+C 停止。`;

await runCommand(USAGE, async () => {
  parseArgs();
  if (!existsSync('dist/index.html')) {
    console.error('还没有生成网站 → 先运行 npm run build，或直接运行 npm start');
    return 1;
  }
  await serve('dist', siteBase());
  return 0;
});
