/** What is known of another version of the app than the one that runs in this page. */
export interface OfflineVersions {
  /** `ready`: one is on this device and waits. `elsewhere`: another tab uses one already. */
  readonly current: () => 'same' | 'ready' | 'elsewhere';
  readonly subscribe: (onChange: () => void) => () => void;
  /** Lets the version that waits serve all pages from now on; ends when it does. This page keeps running as it is. */
  readonly takeOver: () => Promise<void>;
}

/** A page that stays open asks at most this often whether there is a new version, in milliseconds. */
const ASK_AGAIN_MS = 10 * 60_000;

/**
 * Registers the service worker that lets the app start without a network, and watches for new versions. Where there is no
 * worker to have, or none is built, nothing is ever ready.
 */
export function watchVersions(isBuilt: boolean): OfflineVersions {
  let found: 'same' | 'ready' | 'elsewhere' = 'same';
  let waiting: ServiceWorker | undefined;
  const listeners = new Set<() => void>();
  const tell = (next: typeof found): void => {
    found = next;
    for (const listener of listeners) listener();
  };
  const takers = new Set<() => void>();
  const versions: OfflineVersions = {
    current: () => found,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    takeOver: async () => {
      if (found === 'elsewhere' || !waiting) return;
      const taken = new Promise<void>((resolve) => takers.add(resolve));
      waiting.postMessage('take-over');
      await taken;
    },
  };
  if (!isBuilt || !('serviceWorker' in navigator)) return versions;
  const { serviceWorker } = navigator;
  // The first worker of all takes pages over as well, and is no new version.
  let wasServed = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (wasServed) tell('elsewhere');
    wasServed = true;
    for (const taken of takers) taken();
    takers.clear();
  });
  const noteWaiting = (worker: ServiceWorker): void => {
    if (!serviceWorker.controller) return;
    waiting = worker;
    if (found === 'same') tell('ready');
  };
  afterLoading(() => {
    serviceWorker.register('./sw.js').then(
      (registration) => {
        if (registration.waiting) noteWaiting(registration.waiting);
        registration.addEventListener('updatefound', () => {
          const fresh = registration.installing;
          fresh?.addEventListener('statechange', () => {
            if (fresh.state === 'installed') noteWaiting(fresh);
          });
        });
        askOnSight(registration);
        void tellWhatWasUsed();
      },
      () => {
        // Without a secure address there are no service workers; the app works as well, but only with a network.
      },
    );
  });
  return versions;
}

/** Runs a job once the page is loaded, which it may be already: what runs first waits for the language's texts. */
function afterLoading(job: () => void): void {
  if (document.readyState === 'complete') job();
  else addEventListener('load', job);
}

/** At the first visit the worker comes after what the language needs, and keeps it from now on. */
async function tellWhatWasUsed(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ used: performance.getEntriesByType('resource').map(({ name }) => name) });
}

/** Asks for a new version when the page comes into sight again after a while: it may have been open for weeks. */
function askOnSight(registration: ServiceWorkerRegistration): void {
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < ASK_AGAIN_MS) return;
    asked = Date.now();
    registration.update().catch(() => {
      // No network: the next time.
    });
  });
}
