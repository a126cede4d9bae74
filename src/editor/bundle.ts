import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { digest } from '../lib/digest.ts';

/** Where the editor saves: into the folder of `npm run edit`, or over the interface of a repository at these origins. */
export type EditorPlace = 'this machine' | readonly string[];

/** What the page reads when it starts. */
export interface EditorPage {
  place: EditorPlace;
  config: object;
}

/** Addresses that the editor may talk to beside its own: only where entries are saved. */
function policy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    // The editor decodes HEIC pictures of telephones with WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    ['connect-src', "'self'", 'blob:', 'data:', ...origins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The package brings its fonts along, and asks a public server for them all the same; here it does not. */
const withoutFontServer: Plugin = {
  name: 'mingbang-without-font-server',
  transform: (code, id) =>
    id.includes('/@sveltia/cms/') ? code.replace(/url\(https:\/\/cdn\.jsdelivr\.net\/[^)]*\)/g, "local('')") : null,
};

/** The editor's page and scripts from the npm package, bundled once and kept in `.cache/`. Returns their folder. */
async function bundled(root: string): Promise<string> {
  const sources = [
    'node_modules/@sveltia/cms/package.json',
    ...globSync(['src/editor/*', 'src/lib/*.ts', 'src/loader/frontmatter.ts'], { cwd: root }).sort(),
  ];
  const folder = join(root, '.cache/editor', digest(sources.map((source) => readFileSync(join(root, source), 'utf8'))));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  await build({
    configFile: false,
    root: join(root, 'src/editor'),
    base: './',
    logLevel: 'error',
    plugins: [withoutFontServer],
    build: {
      outDir: unfinished,
      target: 'es2022',
      chunkSizeWarningLimit: 5000,
      modulePreload: false,
      reportCompressedSize: false,
    },
  });
  renameSync(unfinished, folder);
  return folder;
}

/** Writes the form editor into a folder: page, scripts, configuration. */
export async function writeEditor(root: string, folder: string, config: object, place: EditorPlace): Promise<void> {
  const source = await bundled(root);
  mkdirSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  const page = readFileSync(join(source, 'index.html'), 'utf8');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(place === 'this machine' ? [] : place)}" />`;
  writeFileSync(
    join(folder, 'index.html'),
    page.replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${meta}`),
  );
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ place, config } satisfies EditorPage));
}
