import { startOnDisk, within } from '../lib/browser.mjs';
import { DIST } from '../lib/places.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The app and the tools page, on the bench's own server. */
export const APP = '/app/index.html';
const TOOLS = '/spanmark/bench/spanmark/tools.html';
export const WATCH = join(DIST, 'watch.js');

/**
 * A browser of its own with an empty disk in which the app was started once; ended after the job, or after `limit`
 * milliseconds with a TimeLimit.
 *
 * @template Result
 * @param {string} origin
 * @param {number} limit
 * @param {(browser: { page: import('playwright-core').Page, goTo: (hash: string) => Promise<void>, profile: string, tools: <Value>(call: string) => Promise<Value> }) => Promise<Result>} job
 * @returns {Promise<Result>}
 */
export async function withBrowserOnDisk(origin, limit, job) {
  const { page, profile, close } = await startOnDisk();
  // What only memory is measured of goes without it.
  if (existsSync(WATCH)) await page.addInitScript({ path: WATCH });
  /** Loads the app anew. */
  const goTo = async (/** @type {string} */ hash) => {
    await page.goto('about:blank');
    await page.goto(`${origin}${APP}${hash}`);
    await page.waitForSelector('#main');
  };
  /** Calls a function of the tools page, such as `putArticle("L")`. */
  const tools = async (/** @type {string} */ call) => {
    await page.goto(`${origin}${TOOLS}`);
    return page.evaluate(`window.tools.${call}`);
  };
  const run = async () => {
    await goTo('#/library');
    return job({ page, goTo, profile, tools: /** @type {any} */ (tools) });
  };
  try {
    return await within(run(), limit);
  } finally {
    await close();
  }
}
