import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { ROOT } from './places.mjs';

/** Frames as fast as they can be made, so that a change is not rounded up to the next sixtieth of a second. */
export const UNLIMITED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** How the app's tests start Chromium: CHROMIUM_PATH, Playwright's own, or one that is installed. */
async function launchOptions() {
  const { module } = await runnerImport(join(ROOT, 'chromium.config.ts'));
  return module.findChromium();
}

/**
 * Starts a browser as a process of its own, which `kill` ends even when a page hangs.
 *
 * @param {readonly string[]} [more] arguments
 */
export async function startBrowser(more = []) {
  const { args, ...options } = await launchOptions();
  const server = await chromium.launchServer({ ...options, args: [...args, ...more] });
  const browser = await chromium.connect(server.wsEndpoint());
  return { browser, kill: () => server.kill().catch(() => {}) };
}

/**
 * Starts a browser that keeps its data on the disk, in a folder that `close` removes. Private windows, which tests use, keep
 * IndexedDB in memory.
 */
export async function startOnDisk() {
  const { args, ...options } = await launchOptions();
  const profile = mkdtempSync(join(tmpdir(), 'spanmark-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args,
    viewport: { width: 1440, height: 900 },
  });
  return {
    context,
    profile,
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      await within(context.close(), 15_000).catch(() => {});
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What `within` rejects with. */
export class TimeLimit extends Error {}

/**
 * The promise, or a rejection with TimeLimit after so many milliseconds.
 *
 * @template Result
 * @param {Promise<Result>} promise
 * @param {number} limit
 * @returns {Promise<Result>}
 */
export function within(promise, limit) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimit(`took more than ${limit / 1000} s`)), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Bytes of JavaScript and of the browser's own objects that are in use after the garbage was collected.
 *
 * @param {import('playwright-core').Page} page
 */
export async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { js: usedSize, dom: embedderHeapUsedSize };
}
