import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScript } from '../tests/support/run-script.ts';
import { serveFolder } from '../src/lib/static-server.ts';
import { onFreePort } from './free-port.ts';

/** What a clerk types behind `npm run`. */
const COMMANDS = [
  ...['start', 'dev', 'build', 'preview', 'validate', 'edit', 'init', 'import', 'new'],
  ...['clean-photos', 'people', 'sheet', 'reconcile'],
];
const ENGLISH = /^\s+at |Error|node:/m;

it.each(COMMANDS)('npm run %s does nothing where an option is mistyped, says which, and how it is used', async (command) => {
  const { code, output } = await runScript(`${command}.ts`, ['--no-such']);
  expect(output).toMatch(new RegExp(`^不认识或没写全的选项 --no-such\\n\\n用法：npm (run )?${command}\\b`));
  expect(output).not.toMatch(ENGLISH);
  expect(code).toBe(2);
});

it.each(['--help', '-h'])('tells the usage when asked for %s', async (help) => {
  const { code, output } = await runScript('people.ts', [help]);
  expect(output).toMatch(/^用法：npm run people\n/);
  expect(code).toBe(0);
});

it('does not run without an option that npm kept to itself', async () => {
  const env = { npm_config_staged: 'true', npm_lifecycle_event: 'validate' };
  const { code, output } = await runScript('validate.ts', [], { env });
  expect(output).toMatch(/^选项 --staged 前面少了一个“--”，npm 把它留下了 → 例如 npm run validate -- --staged\n/);
  expect(code).toBe(2);
});

it('names a word that a command has no use for', async () => {
  const { code, output } = await runScript('build.ts', ['content/news']);
  expect(output).toMatch(/^这个命令用不着“content\/news”\n\n用法：/);
  expect(code).toBe(2);
});

describe('a server whose usual port is taken', () => {
  const other = createServer();
  beforeAll(() => new Promise<void>((done) => void other.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise((done) => void other.close(done)));

  it('takes the next free one', async () => {
    const { port } = other.address() as AddressInfo;
    const server = await onFreePort(port, (free) => serveFolder({ folder: import.meta.dirname, port: free }));
    expect(server.port).toBeGreaterThan(port);
    await server.close();
  });
});
