import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { startEditor } from '../support/editor-project.ts';
import { startPreview } from '../support/preview-project.ts';
import { buildSite, prepareProject } from '../support/run-script.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';
import { editorPictures } from './editor-pictures.ts';
import { openWindow, pageShot } from './page-shot.ts';
import type { Shot } from './picture.ts';
import { previewPictures } from './preview-pictures.ts';
import { sitePictures } from './site-pictures.ts';
import { terminalPictures } from './terminal-pictures.ts';
import { terminalShot } from './terminal-shot.ts';

/** A studio that is set up: takes its pictures one after the other. */
export interface OpenStudio<T> {
  shot: (picture: T) => Promise<Shot>;
  close: () => Promise<void>;
}

/** A place where pictures are taken, and which. */
export interface Studio<T extends { file: string }> {
  pictures: readonly T[];
  open: (browser: Browser) => Promise<OpenStudio<T>>;
}

const studio = <T extends { file: string }>(pictures: readonly T[], open: Studio<T>['open']): Studio<{ file: string }> => ({
  pictures,
  open: async (browser) => {
    const { shot, close } = await open(browser);
    // A studio is only asked for its own pictures.
    return { shot: (picture) => shot(picture as T), close };
  },
});

const PORT = 4792;

/** Where the pictures are taken; nothing runs before a studio is opened. */
export const studios: readonly Studio<{ file: string }>[] = [
  studio(terminalPictures, () => Promise.resolve({ shot: terminalShot, close: () => Promise.resolve() })),
  studio(sitePictures, async (browser) => {
    prepareProject();
    const { folder, base } = sites.root;
    await buildSite(folder, { base });
    const server = await serveDist(folder);
    const page = await openWindow(browser);
    return {
      shot: (picture) => pageShot(page, `http://localhost:${server.port}`, picture),
      close: () => server.close(),
    };
  }),
  studio(previewPictures, async (browser) => {
    const preview = startPreview(PORT);
    while (!preview.output().includes('按 Ctrl+C 停止')) {
      if (preview.server.exitCode !== null) throw new Error(preview.output());
      await wait(200);
    }
    const page = await openWindow(browser);
    return { shot: (picture) => pageShot(page, `http://localhost:${PORT}`, picture), close: preview.stop };
  }),
  studio(editorPictures, async (browser) => {
    const editor = await startEditor();
    const page = await openWindow(browser);
    return { shot: (picture) => pageShot(page, editor.url.replace(/\/$/, ''), picture), close: editor.stop };
  }),
];
