import module from 'node:module';

// Loaded before every script (`node --import`): an older Node would fail with an error about file endings.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`需要 Node.js 22.18 或更新的版本，现在是 ${process.versions.node}。请到 https://nodejs.org 下载“长期支持版”，装好后再试。
(Node.js 22.18 or newer is needed. On Linux and Windows \`npm ci\` brings one; it was left out here: was --omit=optional given?)`);
  process.exit(1);
}

// Astro and Vite are compiled once, not at every start.
module.enableCompileCache('.cache/node');
