/** How long the library takes until it can be used, with few and with many articles. */
import { within } from '../lib/browser.mjs';
import { withBrowserOnDisk } from './on-disk.mjs';

const FEW = 10;
export const MANY = 10_000;

/**
 * Milliseconds from the start of the navigation until the table shows rows (`shown`) and the search field has narrowed
 * them to one (`usable`), for both libraries, in turn.
 *
 * @param {string} origin
 * @param {number} rounds
 * @returns {Promise<{ few: Start[], many: Start[] }>}
 * @typedef {{ shown: number, usable: number }} Start
 */
export async function measureLibraries(origin, rounds) {
  return withBrowserOnDisk(origin, 240_000, async (few) =>
    withBrowserOnDisk(origin, 240_000, async (many) => {
      await few.tools(`fillLibrary(${FEW})`);
      await many.tools(`fillLibrary(${MANY})`);
      /** @type {{ few: Start[], many: Start[] }} */
      const starts = { few: [], many: [] };
      // The first start of each warms up the browser and is not counted.
      for (let round = -1; round < rounds; round += 1) {
        const one = await startOf(few, 'Article 7:');
        const other = await startOf(many, 'Article 7777:');
        if (round < 0) continue;
        starts.few.push(one);
        starts.many.push(other);
      }
      return starts;
    }),
  );
}

/** @param {Parameters<Parameters<typeof withBrowserOnDisk>[2]>[0]} browser @param {string} query @returns {Promise<Start>} */
async function startOf({ page, goTo }, query) {
  await goTo('#/library');
  const answering = page.evaluate((words) => window.watch.untilLibraryAnswers(words), query);
  return within(answering, 60_000);
}
