/**
 * Lets the browser keep the pages that were read (docs/decisions/0030-offline-copies.md), once the page has arrived. Old browsers, insecure
 * addresses and readers who save data go without; so does `npm run dev`, where a copy would hide an edit.
 */
export function startOffline(): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || connection?.saveData === true) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/offline.js`).catch(() => undefined);
  });
}
