import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { comparable, pictureFile, readLock, staleness, writeLock } from '../tests/pictures/lock.ts';
import { studios } from '../tests/pictures/studios.ts';
import { launchBrowser } from '../tests/support/browser.ts';

// Draws the pictures of the handbook and of README.md anew: those that show what is not so any more, or those named, or with --all every one.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false } },
});
const known = studios.flatMap(({ pictures }) => pictures.map(({ file }) => file));
for (const name of positionals) if (!known.includes(name)) throw new Error(`no picture is called ${name}`);

process.env['TZ'] = 'Asia/Shanghai';
const browser = await launchBrowser();
const page = await browser.newPage();
try {
  for (const { pictures, open } of studios) {
    const wanted = pictures.filter(({ file }) => positionals.length === 0 || positionals.includes(file));
    if (wanted.length === 0) continue;
    const studio = await open(browser);
    try {
      for (const picture of wanted) {
        const { file } = picture;
        const { seen, draw } = await studio.shot(picture);
        if (!values.all && positionals.length === 0 && staleness(file, seen) === undefined) continue;
        mkdirSync(dirname(pictureFile(file)), { recursive: true });
        const drawn = await draw(page);
        writeFileSync(pictureFile(file), drawn);
        writeLock({ ...readLock(), [file]: comparable(seen) });
        console.log(`drawn: docs/${file}.webp (${String(Math.ceil(drawn.length / 1024))} KB)`);
      }
    } finally {
      await studio.close();
    }
  }
  writeLock(Object.fromEntries(Object.entries(readLock()).filter(([file]) => known.includes(file))));
} finally {
  await browser.close();
}
