import { dev } from 'astro';
import { announce } from './announce.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Astro sends its server to the background when it believes that an agent started it.
process.env['ASTRO_DEV_BACKGROUND'] = '0';

// The gate runs beside the server (src/preview/): a bad file is named in the terminal and on the page, and nothing stops.
const port = process.env['PORT'];
const server = await dev({
  root: process.cwd(),
  logLevel: 'warn',
  server: { host: true, ...(port === undefined ? {} : { port: Number(port) }) },
});
const [local = `http://localhost:${server.address.port}/`] = server.resolvedUrls.local;
await announce(server.address.port, new URL(local).pathname);
console.log('草稿和定时发布的内容在这里带〔〕标记；改了 content/ 里的文件，页面会自动更新。按 Ctrl+C 停止。');
