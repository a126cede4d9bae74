import { resolve } from 'node:path';
import { serveEditor } from './edit-server.ts';

console.log('准备编辑器（第一次要几秒）…');
const { port } = await serveEditor({
  program: process.cwd(),
  root: process.cwd(),
  folder: resolve('.cache/editor/local'),
  port: Number(process.env['PORT'] ?? 4330),
  say: console.log,
});
console.log(`用浏览器打开：http://localhost:${port}/
保存就写进 content/，随后在这里和网页左下角说出核对的结果。按 Ctrl+C 停止。`);
