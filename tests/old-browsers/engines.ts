import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';

const run = promisify(execFile);
const cache = path.join(import.meta.dirname, '../../.cache/old-browsers');

/** The engines of old WebViews that npm still carries, with what the registry must answer for each. They are no dependencies: 200 MB that only this run needs. */
const PACKAGES = {
  66: {
    spec: 'chrome-aws-lambda@66.0.3347',
    integrity: 'sha512-1RJG31aWQfDshrfE8cG8Uv/KdOcskleRsrrRnOn9zeBz8uxHkujBn697+6lYqLObWOrAIqpUfGdrqvM/rf834w==',
  },
  80: {
    spec: 'chrome-aws-lambda@2.1.1',
    integrity: 'sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==',
  },
  92: {
    spec: '@sparticuz/chromium@92.0.0',
    integrity: 'sha512-xCFop83v5gXKQTDGNfzj84F4f9QZkY9eShTu1pbWYOPB6wJNw9YgoX56zeVeRD7VL9AVwiS9VS9tgShnc5uR2g==',
  },
  116: {
    spec: '@sparticuz/chromium@116.0.0',
    integrity: 'sha512-PynBS6fIE9DnQofQFSGMn63sbHxrcQOmQDGfv1p4sXCEw8IjTBqTj1j72/RomhjtnbaTJn3ktuaPCQc6j51sUQ==',
  },
} as const;

export type Engine = keyof typeof PACKAGES;
export const ENGINES = Object.keys(PACKAGES).map(Number) as Engine[];

export interface InstalledEngine {
  executablePath: string;
  /** Libraries that a bare machine lacks (NSS and its like); Chromium 66 borrows those of 80. */
  libraries: string;
}

/** Fetches an engine by `npm pack` into `.cache/` where it is not there yet. Throws when the registry does not answer, or answers something else. */
export async function installEngine(engine: Engine): Promise<InstalledEngine> {
  const target = path.join(cache, String(engine));
  if (!existsSync(target)) await fetchEngine(engine, target);
  if (engine === 66) return { executablePath: path.join(target, 'chromium'), libraries: (await installEngine(80)).libraries };
  return { executablePath: path.join(target, 'chromium'), libraries: path.join(target, 'lib') };
}

async function fetchEngine(engine: Engine, target: string): Promise<void> {
  const { spec, integrity } = PACKAGES[engine];
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(`${target}-`);
  try {
    const { stdout } = await run('npm', ['pack', spec, '--json', '--pack-destination', partial], { maxBuffer: 1e8 });
    const [packed] = JSON.parse(stdout) as { filename: string; integrity: string }[];
    if (packed?.integrity !== integrity) throw new Error(`${spec} is not the package it was when this test was written.`);
    await run('tar', ['-xf', path.join(partial, path.basename(packed.filename)), '-C', partial]);
    const bin = path.join(partial, 'package/bin');
    await writeFile(path.join(partial, 'chromium'), await unpacked(path.join(bin, 'chromium.br')), { mode: 0o755 });
    const libraries = path.join(bin, 'aws.tar.br');
    if (existsSync(libraries)) {
      await writeFile(path.join(partial, 'aws.tar'), await unpacked(libraries));
      await run('tar', ['-xf', path.join(partial, 'aws.tar'), '--no-same-owner', '-C', partial]);
    }
    await rm(path.join(partial, 'package'), { recursive: true });
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

const unpacked = async (file: string): Promise<Buffer> => brotliDecompressSync(await readFile(file));
