import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveEditor } from '../../scripts/edit-server.ts';
import { projectRoot } from './run-script.ts';

/** `npm run edit` over a copy of the content; `said` is what it prints. */
export async function startEditor() {
  const scratch = mkdtempSync(join(tmpdir(), 'mingbang-editor-'));
  const root = join(scratch, 'township');
  cpSync(join(projectRoot, 'content'), join(root, 'content'), { recursive: true });
  const said: string[] = [];
  const server = await serveEditor({
    program: projectRoot,
    root,
    folder: join(scratch, 'page'),
    port: 0,
    say: (text) => said.push(text),
  });
  return {
    root,
    /** For what a test puts beside the township. */
    scratch,
    url: server.url,
    said,
    stop: async (): Promise<void> => {
      await server.close();
      rmSync(scratch, { recursive: true });
    },
  };
}
