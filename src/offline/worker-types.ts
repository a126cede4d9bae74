/** The part of a service worker's world that is used here: TypeScript's own library for it cannot be loaded beside that of pages. */
export interface WorkerEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchEvent extends WorkerEvent {
  request: Request;
  /** Missing in old browsers. */
  preloadResponse?: Promise<Response | undefined>;
  respondWith: (response: Promise<Response>) => void;
}

export interface Worker {
  registration: Omit<ServiceWorkerRegistration, 'navigationPreload'> & { navigationPreload?: NavigationPreloadManager };
  clients: { claim: () => Promise<void>; matchAll: (options: { type: 'window' }) => Promise<{ url: string }[]> };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'fetch', listener: (event: FetchEvent) => void) => void) &
    ((type: 'install' | 'activate', listener: (event: WorkerEvent) => void) => void);
}
