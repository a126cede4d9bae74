import { newlyGone, notKept, someOf, withBanner } from './copies.ts';
import { shelf } from './shelf.ts';
import type { FetchEvent, Worker } from './worker-types.ts';

// Chromium 66 does not know `globalThis`.
const worker = self as unknown as Worker;
const { scope } = worker.registration;
const kept = shelf(scope);

const ASK_EVERY = 10 * 60_000;
let asked = 0;

const htmlResponse = (html: string, status = 200): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

/** Asks what was taken down since, and whether some of the kept pages are still there; what is gone is deleted here, too. */
async function obey(): Promise<void> {
  if (Date.now() - asked < ASK_EVERY) return;
  asked = Date.now();
  const { gone } = (await (await fetch(`${scope}offline.json`, { cache: 'no-cache' })).json()) as { gone: string[] };
  const lost = newlyGone(gone, await kept.lastList());
  for (const { url, path } of someOf(await kept.copies(), Math.floor(asked / ASK_EVERY))) {
    const { status } = await fetch(url, { method: 'HEAD', cache: 'no-store' });
    if (status === 404 || status === 410) lost.push(path);
  }
  await kept.drop(lost);
  await kept.rememberList(gone);
}

async function remember(address: string, response: Response): Promise<void> {
  await kept.keep(address, response);
  await obey();
  await kept.sweep();
}

/** The network first, always; the copy only where there is none. */
async function page(event: FetchEvent): Promise<Response> {
  const { request } = event;
  let response: Response;
  try {
    response = (await event.preloadResponse) ?? (await fetch(request));
  } catch {
    // Whoever was cut off asks again as soon as there is a network.
    asked = 0;
    const copy = await kept.copyOf(request.url);
    return copy === undefined ? htmlResponse(notKept(await kept.copies()), 503) : htmlResponse(withBanner(copy.html, copy.kept));
  }
  event.waitUntil(remember(request.url, response.clone()));
  return response;
}

async function file(event: FetchEvent): Promise<Response> {
  const { request } = event;
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    const copy = await kept.file(request);
    if (copy === undefined) throw error;
    return copy;
  }
  event.waitUntil(kept.keepFile(request, response.clone()));
  return response;
}

/** The page that brought the worker was opened without it. */
async function begin(): Promise<void> {
  if (worker.registration.navigationPreload !== undefined) await worker.registration.navigationPreload.enable();
  await worker.clients.claim();
  for (const { url } of await worker.clients.matchAll({ type: 'window' }))
    await remember(url, await fetch(url, { cache: 'force-cache' }));
}

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(begin());
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(scope)) return;
  const path = url.slice(scope.length);
  if (mode === 'navigate' && !/^(admin|data|files)\//.test(path)) event.respondWith(page(event));
  else if (path.startsWith('_astro/')) event.respondWith(file(event));
});
