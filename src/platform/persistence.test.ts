import { afterEach, describe, expect, test, vi } from 'vitest';
import { askForPersistence, currentPersistence, type Persistence } from './persistence.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('whether the browser keeps the data', () => {
  test.each<[string, object, Persistence]>([
    [
      'promises it',
      { storage: { persist: () => Promise.resolve(true), persisted: () => Promise.resolve(true) } },
      'kept',
    ],
    [
      'does not',
      { storage: { persist: () => Promise.resolve(false), persisted: () => Promise.resolve(false) } },
      'may-be-cleared',
    ],
    ['cannot be asked', {}, 'unknown'],
    ['knows no such question', { storage: {} }, 'unknown'],
    ['refuses to answer', { storage: { persist: refuse, persisted: refuse } }, 'unknown'],
  ])('is told where it %s', async (_, navigator, expected) => {
    vi.stubGlobal('navigator', navigator);
    expect(await askForPersistence()).toBe(expected);
    expect(await currentPersistence()).toBe(expected);
  });

  test('is not asked for by looking', async () => {
    const persist = vi.fn();
    vi.stubGlobal('navigator', { storage: { persist, persisted: () => Promise.resolve(false) } });
    await currentPersistence();
    expect(persist).not.toHaveBeenCalled();
  });
});

function refuse(): Promise<boolean> {
  return Promise.reject(new TypeError('not here'));
}
