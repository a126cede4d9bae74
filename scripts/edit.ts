import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { serveEditor } from './edit-server.ts';
import { onFreePort } from './free-port.ts';

const USAGE = `用法：npm run edit
在浏览器里用表单填写 content/，只在本机，按 Ctrl+C 停止。`;

await runCommand(USAGE, async () => {
  parseArgs();
  console.log('准备编辑器（第一次要几秒）…');
  const { port } = await onFreePort(4330, (free) =>
    serveEditor({
      program: process.cwd(),
      root: process.cwd(),
      folder: resolve('.cache/editor/local'),
      port: free,
      say: console.log,
    }),
  );
  console.log(`用浏览器打开：http://localhost:${port}/
保存就写进 content/，随后在这里和网页左下角说出核对的结果。按 Ctrl+C 停止。`);
});
