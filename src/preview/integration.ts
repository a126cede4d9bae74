import { readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { consoleReport } from '../checks/reporters/console.ts';
import type { GateReport } from '../checks/report.ts';
import { gateAfterChanges } from './gate-watch.ts';
import { isPrivate } from './guard.ts';
import { patientModules } from './patient-modules.ts';

/** Where the page asks for the findings, below the site's base. */
const ADDRESS = '__gate.json';

/** Findings quote what is not approved yet, so only the clerk's own machine is told. */
const isLocal = (address = ''): boolean => /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);

/** The line of a file that a finding points at; undefined when the file is gone by now. */
function lineAt(root: string, file: string, line: number): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8').split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}

/** `astro dev` with the gate beside it: what it finds is printed and shown on every page, again after each change. In no build. */
export function preview(): AstroIntegration {
  let root = '';
  return {
    name: 'mingbang-preview',
    hooks: {
      'astro:config:setup': ({ command, config, injectScript, updateConfig }) => {
        root = realpathSync.native(fileURLToPath(config.root));
        if (command !== 'dev') return;
        injectScript('page', `import '/src/preview/panel.ts';`);
        updateConfig({ vite: { plugins: [patientModules()] } });
      },
      'astro:server:setup': ({ server }) => {
        let report: GateReport | undefined;
        const changed = gateAfterChanges(root, (found) => {
          report = found;
          console.log(`\n${consoleReport(found, (file, line) => lineAt(root, file, line), process.stdout.isTTY)}`);
          server.environments.client.hot.send('mingbang:gate');
        });
        const base = server.config.base.replace(/\/$/, '');
        server.middlewares.use((request, response, next) => {
          const url = request.url ?? '/';
          if (isPrivate(root, url) || isPrivate(root, url.startsWith(`${base}/`) ? url.slice(base.length) : url)) {
            response.statusCode = 404;
            response.end();
            return;
          }
          if (url.split('?')[0]?.endsWith(`/${ADDRESS}`) !== true) {
            next();
            return;
          }
          response.setHeader('content-type', 'application/json; charset=utf-8');
          const told = isLocal(request.socket.remoteAddress) ? report : undefined;
          response.end(JSON.stringify(told ?? { findings: [] }));
        });
        const content = join(root, 'content');
        server.watcher.add(content);
        server.watcher.on('all', (_event, path) => {
          if (!relative(content, path).startsWith('..')) changed();
        });
        changed();
      },
    },
  };
}
