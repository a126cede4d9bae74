import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fontsFolder } from '../support/chinese-fonts.ts';
import type { InstalledEngine } from './engines.ts';

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** One tab of an old Chromium, driven over its DevTools protocol: Playwright no longer speaks to the oldest. */
export interface OldPage {
  /** Errors of scripts and of the page's policy since the last `open`. */
  errors: string[];
  open: (url: string) => Promise<void>;
  size: (width: number, height: number) => Promise<void>;
  /** The JSON value of an expression, awaited when it is a promise. ES2017 at most: it is not compiled. */
  evaluate: <T>(expression: string) => Promise<T>;
  /** Waits until an expression is true; throws after ten seconds. */
  until: (expression: string) => Promise<void>;
  close: () => Promise<void>;
}

/** The browser listens before it has opened its tab. */
async function addressOfTab(port: string): Promise<string> {
  for (let turn = 0; turn < 100; turn += 1) {
    const tabs = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      type: string;
      webSocketDebuggerUrl: string;
    }[];
    const tab = tabs.find(({ type }) => type === 'page');
    if (tab !== undefined) return tab.webSocketDebuggerUrl;
    await wait(200);
  }
  throw new Error(`the browser at port ${port} opens no tab`);
}

/** Starts an engine with a profile of its own and takes its only tab. */
export async function openOldPage({ executablePath, libraries }: InstalledEngine): Promise<OldPage> {
  const profile = await mkdtemp(path.join(tmpdir(), 'mingbang-old-'));
  // The fontconfig in Chromium 66 does not know a folder that is relative to its file.
  const fonts = path.join(profile, 'fonts.conf');
  await writeFile(fonts, `<fontconfig><dir>${fontsFolder}</dir><cachedir>${profile}/fonts</cachedir></fontconfig>`);
  const child = spawn(
    executablePath,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const match = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.once('close', () => {
      reject(new Error(`${executablePath} ended at once:\n${said}`));
    });
  });
  const socket = new WebSocket(await addressOfTab(port));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });

  let last = 0;
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, () => void>();
  const errors: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === undefined) return;
    listeners.get(message.method)?.();
    const problem = problemIn(message);
    if (problem !== undefined) errors.push(problem);
  });
  const send = (method: string, params: object = {}): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result ?? {});
        else reject(new Error(`${method}: ${error.message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);

  const page: OldPage = {
    errors,
    open: async (url) => {
      errors.length = 0;
      const loaded = new Promise<void>((resolve) => listeners.set('Page.loadEventFired', resolve));
      await send('Page.navigate', { url });
      await loaded;
    },
    size: async (width, height) => {
      await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    },
    evaluate: async <T>(expression: string): Promise<T> => {
      const { result, exceptionDetails } = (await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })) as { result: { value: T }; exceptionDetails?: unknown };
      if (exceptionDetails !== undefined) throw new Error(`${expression}\n${JSON.stringify(exceptionDetails)}`);
      return result.value;
    },
    until: async (expression) => {
      const end = performance.now() + 10_000;
      while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
        if (performance.now() > end) throw new Error(`never true: ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close: async () => {
      socket.close();
      child.kill();
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
  return page;
}

function problemIn({ method, params }: Message): string | undefined {
  if (method === 'Runtime.exceptionThrown') return JSON.stringify(params?.['exceptionDetails']);
  if (method !== 'Log.entryAdded') return undefined;
  const { level, text, url } = params?.['entry'] as { level: string; text: string; url?: string };
  return level === 'error' ? `${text} ${url ?? ''}` : undefined;
}
