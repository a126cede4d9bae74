import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { checkContent } from '../src/checks/report.ts';
import { consoleReport } from '../src/checks/reporters/console.ts';
import type { GateContext } from '../src/checks/rule.ts';
import { lineReader } from '../src/checks/source-lines.ts';
import { today } from '../src/lib/clock.ts';
import { fileAt } from '../src/loader/content-files.ts';
import { readYamlFile } from '../src/loader/read-content.ts';
import { documents } from '../src/schemas/index.ts';
import type { Site } from '../src/schemas/site.ts';
import { buildSearchIndex } from '../src/build/search-index.ts';
import { passesSecondLook } from './second-look.ts';

export interface BuildOptions {
  /** Refuses sample data and missing filing fields. */
  production?: boolean;
  base?: string | undefined;
  outDir?: string | undefined;
  /** Says what is being done; false in tests. */
  progress?: boolean;
}

/** Runs the gate and prints what it found. What it looked at, when nothing stands against a build. */
async function runGate(production = false): Promise<GateContext | undefined> {
  const { context, ...report } = await checkContent({ root: process.cwd(), today: today(), production, paths: [] });
  console.log(consoleReport(report, lineReader(context.source), process.stdout.isTTY && !process.env['NO_COLOR']));
  return report.findings.every(({ severity }) => severity !== 'error') ? context : undefined;
}

/** Gate, pages, search index. Returns the folder of the built site, or undefined when the gate refused or the build failed; both are said. */
export async function buildSite(options: BuildOptions = {}): Promise<string | undefined> {
  try {
    return await gateAndBuild(options);
  } catch (error) {
    console.error(`\n生成网站时出错，没有生成完：\n${error instanceof Error ? error.message : String(error)}`);
    console.error(
      '如果上面指出了 content/ 里的文件，改好后再运行；看不懂时，把这段文字发给维护网站的人（加 DEBUG=1 能看到更多）。',
    );
    if (process.env['DEBUG']) console.error(error);
    return undefined;
  }
}

/** The form editor at `/admin/`, where site.yaml asks for it. */
async function addEditor(folder: string): Promise<void> {
  const file = { path: 'content/site.yaml', ...fileAt(resolve('content/site.yaml')) };
  const site = readYamlFile(file, documents.site.schema).parsed.data as Site | undefined;
  if (site?.editor === undefined) {
    rmSync(join(folder, 'admin'), { recursive: true, force: true });
    return;
  }
  // Vite and the editor are large; most builds need neither here.
  const [{ writeEditor }, { editorBackend, editorConfig }, { ownerOptions }] = await Promise.all([
    import('../src/editor/bundle.ts'),
    import('./cms-content.ts'),
    import('./owner-options.ts'),
  ]);
  const { backend, origins } = editorBackend(site.editor);
  await writeEditor(process.cwd(), join(folder, 'admin'), editorConfig(backend, ownerOptions(process.cwd())), origins);
}

async function gateAndBuild({
  production = false,
  base,
  outDir = 'dist',
  progress = true,
}: BuildOptions): Promise<string | undefined> {
  const say = (text: string): void => {
    if (progress) console.log(text);
  };
  const started = performance.now();
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  say('① 核对 content/ …');
  const context = await runGate(production);
  if (context === undefined) {
    console.error('\n内容有错误，没有生成网站。上面写了每一处在哪里、怎么改；改好后再运行一次。');
    return undefined;
  }
  say('② 生成页面和图片（第一次较慢，之后没改过的直接沿用）…');
  await build({ root: process.cwd(), outDir: resolve(outDir), logLevel: 'warn', ...(base === undefined ? {} : { base }) });
  say('③ 建立搜索索引…');
  const folder = resolve(outDir);
  if (!existsSync(folder)) throw new Error(`nothing was built in ${folder}`);
  const pages = await buildSearchIndex(folder);
  if (!passesSecondLook(folder, context)) return undefined;
  await addEditor(folder);
  say(`完成：搜索能找到 ${pages} 个页面，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒，网站在 ${outDir}/`);
  return folder;
}
