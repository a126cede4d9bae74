import { existsSync } from 'node:fs';
import { serve } from './serve.ts';
import { siteBase } from './site-base.ts';

if (existsSync('dist/index.html')) await serve('dist', siteBase());
else {
  console.error('还没有生成网站 → 先运行 npm run build，或直接运行 npm start');
  process.exitCode = 1;
}
