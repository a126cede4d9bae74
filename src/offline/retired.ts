import type { Worker } from './worker-types.ts';

/** What `offline: false` in site.yaml publishes in place of the worker: it deletes every copy of this site and takes its leave. */
const worker = self as unknown as Worker;
const { registration } = worker;

async function leave(): Promise<void> {
  const own = (await caches.keys()).filter((name) => name.startsWith('mingbang-') && name.endsWith(` ${registration.scope}`));
  await Promise.all(own.map((name) => caches.delete(name)));
  await registration.unregister();
}

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(leave());
});
