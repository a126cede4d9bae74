import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { announce } from './announce.ts';
import { runCommand } from './command.ts';

const USAGE = `用法：npm run dev
边写边看：改了 content/ 里的文件，页面自动更新，错在哪里写在页面上。按 Ctrl+C 停止。`;

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Astro sends its server to the background when it believes that an agent started it.
process.env['ASTRO_DEV_BACKGROUND'] = '0';

await runCommand(USAGE, async () => {
  parseArgs();
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
});
