import { buildSite } from './build-site.ts';
import { serve } from './serve.ts';
import { siteBase } from './site-base.ts';

const folder = await buildSite();
if (folder === undefined) process.exitCode = 1;
else await serve(folder, siteBase());
