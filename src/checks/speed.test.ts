import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ENTRIES = 1000;
/** The promise is 3 s on a quiet machine; a busy one gets twice that. */
const LIMIT_SECONDS = 6;

const base = join(import.meta.dirname, 'fixtures/_base');
const root = mkdtempSync(join(tmpdir(), 'mingbang-speed-'));

/** A news entry of usual length, another day and another text each time. */
function entry(sample: string, number: number): { folder: string; text: string } {
  const day = new Date(Date.UTC(2024, 0, 1 + (number % 750))).toISOString().slice(0, 10);
  const paragraphs = Array.from({ length: 6 }, (_, index) =>
    `第${index}段：${number}号田的渠水昨天通了，**先放下游**，再放上游，轮到谁家就写在[本子](/news/2026/0312-dang-ke/)上。`.repeat(
      3,
    ),
  );
  return {
    folder: join(root, 'content/news', day.slice(0, 4), `${day.slice(5, 7)}${day.slice(8)}-n${number}`),
    text: `${sample.replace(/2026-03-0[45]/g, day).replace('春耕备耕', `第${number}次备耕`)}\n${paragraphs.join('\n\n')}\n`,
  };
}

beforeAll(() => {
  cpSync(base, root, { recursive: true });
  const sample = readFileSync(join(base, 'content/news/2026/0305-chun-geng/index.mdx'), 'utf8')
    .replace(/cover:\n.*\n.*\n/, '')
    .replace(/attachments:\n.*\n.*\n/, '')
    .replace('，签到表见[订购表](./biao.pdf)', '');
  for (let number = 0; number < ENTRIES; number += 1) {
    const { folder, text } = entry(sample, number);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.mdx'), text);
  }
}, 60_000);

afterAll(() => {
  rmSync(root, { recursive: true });
}, 60_000);

it('checks 1,000 entries in a few seconds of CPU', { timeout: 120_000 }, () => {
  const script = `
    const { checkContent } = await import(${JSON.stringify(resolve(import.meta.dirname, 'report.ts'))});
    const { files, findings } = await checkContent({ root: ${JSON.stringify(root)}, today: '2026-03-31' });
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({ files, findings, seconds: (user + system) / 1e6 }));`;
  // A process of its own, with the start of Node and the loading of modules counted in.
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  const { files, findings, seconds } = JSON.parse(output) as { files: number; findings: unknown[]; seconds: number };
  console.log(`gate: ${files} files, ${seconds.toFixed(1)} s CPU`);
  expect(findings).toEqual([]);
  expect(files).toBeGreaterThan(ENTRIES);
  expect(seconds).toBeLessThan(LIMIT_SECONDS);
});
