import { join, resolve } from 'node:path';
import { writeEditor } from '../src/editor/bundle.ts';
import { serveFolder } from '../src/lib/static-server.ts';
import { editorConfig } from './cms-content.ts';

// The form editor on this machine: it opens the project's folder through the browser and saves into it. Nobody else can reach it.
const folder = resolve('.cache/editor/local');
console.log('准备编辑器（第一次要几秒）…');
// The editor wants a repository to be named; for the clerk's own folder only `.git` counts.
await writeEditor(process.cwd(), join(folder, 'admin'), editorConfig({ name: 'gitea', repo: 'local/site' }), []);
const server = await serveFolder({ folder, base: '/', host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4330) });
console.log(`用 Chrome 或 Edge 打开：http://localhost:${server.port}/admin/
点“使用本地仓库”，选这个文件夹：${process.cwd()}
改好、保存以后，运行 npm run validate 核对。按 Ctrl+C 停止。`);
