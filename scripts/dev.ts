import { dev } from 'astro';
import { runGate } from './build-site.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Astro sends its server to the background when it believes that an agent started it.
process.env['ASTRO_DEV_BACKGROUND'] = '0';

runGate();
const server = await dev({ root: process.cwd(), server: { host: true } });
console.log(`\n预览：http://localhost:${server.address.port}/ （改了 content/ 里的文件，页面会自动更新；按 Ctrl+C 停止）`);
