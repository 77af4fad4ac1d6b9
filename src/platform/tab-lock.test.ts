import { afterEach, describe, expect, test, vi } from 'vitest';
import { requestTabLock } from './tab-lock.ts';

type Callback = (lock: Lock | null) => Promise<void>;

/** The part of the Web Locks standard that a tab lock rests on: exclusive locks, `ifAvailable` and `signal`. */
class TestLockManager {
  readonly #queues = new Map<string, (() => Promise<void>)[]>();

  async request(name: string, options: LockOptions, callback: Callback): Promise<void> {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    if (options.ifAvailable && queue.length > 0) return callback(null);
    options.signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const run = async (): Promise<void> => {
        await callback({ name, mode: 'exclusive' });
        queue.shift();
        resolve();
        void queue[0]?.();
      };
      queue.push(run);
      options.signal?.addEventListener('abort', () => {
        const place = queue.indexOf(run);
        if (place < 1) return;
        queue.splice(place, 1);
        reject(options.signal?.reason as Error);
      });
      if (queue[0] === run) void run();
    });
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a tab lock', () => {
  test('is held by one tab, until it lets go', async () => {
    vi.stubGlobal('navigator', { locks: new TestLockManager() });
    const granted = vi.fn();
    const first = requestTabLock('a', vi.fn());
    const second = requestTabLock('a', granted);
    expect([await first.held, await second.held]).toEqual([true, false]);
    expect(granted).not.toHaveBeenCalled();
    first.release();
    await promisesRun();
    expect(granted).toHaveBeenCalledOnce();
    expect(await requestTabLock('a', vi.fn()).held).toBe(false);
  });

  test('does not concern other names', async () => {
    vi.stubGlobal('navigator', { locks: new TestLockManager() });
    const locks = ['a', 'b'].map((name) => requestTabLock(name, vi.fn()));
    expect(await Promise.all(locks.map(({ held }) => held))).toEqual([true, true]);
  });

  test('that was released can be had again', async () => {
    vi.stubGlobal('navigator', { locks: new TestLockManager() });
    const onGranted = vi.fn();
    const first = requestTabLock('a', onGranted);
    await first.held;
    first.release();
    first.release();
    await promisesRun();
    expect(await requestTabLock('a', vi.fn()).held).toBe(true);
    expect(onGranted).not.toHaveBeenCalled();
  });

  test('that is waited for no longer is never granted', async () => {
    vi.stubGlobal('navigator', { locks: new TestLockManager() });
    const granted = vi.fn();
    const [first, second] = [requestTabLock('a', vi.fn()), requestTabLock('a', granted)];
    await second.held;
    second.release();
    first.release();
    await promisesRun();
    expect(await requestTabLock('a', vi.fn()).held).toBe(true);
    expect(granted).not.toHaveBeenCalled();
  });

  test('that is released before the browser has answered goes back at once', async () => {
    vi.stubGlobal('navigator', { locks: new TestLockManager() });
    const first = requestTabLock('a', vi.fn());
    first.release();
    await first.held;
    await promisesRun();
    expect(await requestTabLock('a', vi.fn()).held).toBe(true);
  });

  test.each([
    ['has no Web Locks', {}],
    ['refuses them', { locks: { request: () => Promise.reject(new DOMException('No.', 'SecurityError')) } }],
  ])('is granted to every tab where the browser %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator);
    const locks = [requestTabLock('a', vi.fn()), requestTabLock('a', vi.fn())];
    expect(await Promise.all(locks.map(({ held }) => held))).toEqual([true, true]);
    for (const { release } of locks) release();
  });
});

/** Ends when every promise that can go on has gone on. */
function promisesRun(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
