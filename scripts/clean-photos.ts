import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cleanDocument } from '../src/authoring/clean-document.ts';
import { cleanInPlace, type Cleaned } from '../src/authoring/clean-photos.ts';
import { cleanRecording } from '../src/authoring/clean-recording.ts';
import { DOCUMENT } from '../src/documents/read.ts';
import { Refusal } from '../src/documents/refusal.ts';
import { RECORDING } from '../src/documents/recording.ts';
import { runCommand } from './command.ts';

const USAGE = `用法：npm run clean-photos -- [文件或文件夹…]
把照片转正、缩到合适的大小，去掉拍摄地点和个人信息；把录音里的人名、备注和图片去掉；附件（PDF、Word、WPS、表格、压缩包）里的照片也去掉拍摄地点和个人信息。不写文件时清理整个 content/。看上去不变，名字不变。`;
const PHOTO = /\.(jpe?g|png|webp|avif|tiff?)$/i;

function clean(file: string): Promise<Cleaned | undefined> | Cleaned | undefined {
  if (RECORDING.test(file)) return cleanRecording(file);
  return PHOTO.test(file) ? cleanInPlace(file) : cleanDocument(file);
}

const kilobytes = (bytes: number): string => `${String(Math.ceil(bytes / 1024))} KB`;

await runCommand(USAGE, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const places = positionals.length === 0 ? ['content'] : positionals;
  const missing = places.filter((place) => !existsSync(place));
  for (const place of missing) console.error(`找不到“${place}”`);
  const files = places
    .filter((place) => !missing.includes(place))
    .flatMap((place) =>
      statSync(place).isDirectory() ? globSync('**/*', { cwd: place }).map((name) => join(place, name)) : [place],
    )
    .filter((file) => PHOTO.test(file) || RECORDING.test(file) || DOCUMENT.test(file))
    .sort();
  let cleaned = 0;
  let broken = 0;
  for (const file of files) {
    try {
      const done = await clean(file);
      if (done === undefined) continue;
      cleaned += 1;
      const removed = done.removed.length === 0 ? '' : `，去掉了${done.removed.join('、')}`;
      console.log(`已清理 ${file}：${kilobytes(done.before)} → ${kilobytes(done.after)}${removed}`);
    } catch (error) {
      broken += 1;
      if (error instanceof Refusal) console.error(`${file}：${error.message}`);
      else console.error(`打不开 ${file}：不是 jpg、png、webp 图片，也不是 mp3、m4a 录音，没有动它`);
    }
  }
  console.log(
    `看了 ${String(files.length)} 个照片、录音和附件，清理了 ${String(cleaned)} 个${broken > 0 ? `，${String(broken)} 个没有动` : ''}。`,
  );
  return broken > 0 || missing.length > 0 ? 1 : 0;
});
