/** A lock that one tab at a time can hold. */
export interface TabLock {
  /** Resolves with true at once where no other tab holds the lock, else false. */
  readonly held: Promise<boolean>;
  /** Gives the lock back, or stops waiting for it. */
  readonly release: () => void;
}

/**
 * Asks for the named lock. Where another tab holds it, goes on waiting in the background and calls `onGranted` when that
 * tab lets go of it or is closed. Where the browser has no Web Locks or refuses them, every tab is granted.
 */
export function requestTabLock(name: string, onGranted: () => void): TabLock {
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  if (!locks) return { held: Promise.resolve(true), release: () => undefined };
  const released = new AbortController();
  const untilReleased = new Promise<void>((resolve) => {
    released.signal.addEventListener('abort', () => {
      resolve();
    });
  });
  const wait = async (): Promise<void> => {
    try {
      await locks.request(name, { signal: released.signal }, async () => {
        onGranted();
        await untilReleased;
      });
    } catch {
      // The wait was given up by release().
    }
  };
  const held = new Promise<boolean>((resolve) => {
    const first = locks.request(name, { ifAvailable: true }, async (lock) => {
      resolve(lock !== null);
      if (lock) await untilReleased;
      else void wait();
    });
    first.catch(() => {
      resolve(true);
    });
  });
  return {
    held,
    release: () => {
      released.abort();
    },
  };
}
