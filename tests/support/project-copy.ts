import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite, PROJECT_FILES, projectRoot } from './run-script.ts';

export interface ProjectCopy {
  folder: string;
  /** Changes the text of a file below `content/`; throws where the change does nothing, so that no test looks at an unchanged file. */
  edit: (file: string, change: (text: string) => string) => void;
  /** Builds its site into a folder below it; throws where the build is refused, and returns what was said. */
  build: (out: string, env?: Record<string, string>) => Promise<string>;
  remove: () => void;
}

/** Pictures in all their sizes, by the digest of the picture and of what was asked for. */
const PICTURES = '.cache/astro/assets';

/**
 * A copy of the project in a folder of its own: for builds elsewhere, and for files broken on purpose.
 * @param pictures false: nothing of an earlier build comes with it, not even the pictures that were sized already
 */
export function copyProject({ pictures = true } = {}): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'mingbang-'));
  const sized = join(projectRoot, PICTURES);
  if (pictures && existsSync(sized)) cpSync(sized, join(folder, PICTURES), { recursive: true });
  for (const path of [...PROJECT_FILES, 'content']) cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    folder,
    edit: (file, change) => {
      const path = join(folder, 'content', file);
      const before = readFileSync(path, 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`the change leaves ${file} as it is`);
      writeFileSync(path, after);
    },
    build: (out, env = {}) => buildSite(join(folder, out), { cwd: folder, env }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
