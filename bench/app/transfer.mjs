import { withBrowserOnDisk } from './on-disk.mjs';

/**
 * One export and import of articles with 1,000 spans each; see exportAndImport in spanmark/tools.ts.
 *
 * @typedef {{ bytes: number, spans: number, stringify: number, parse: number, write: number, read: number, export: number, prepare: number, import: number, block: number }} Transferred
 *
 * @param {string} origin
 * @param {{ articles: number, rounds: number }} choice
 * @returns {Promise<Transferred[]>}
 */
export async function measureTransfer(origin, { articles, rounds }) {
  return withBrowserOnDisk(origin, 300_000, async ({ tools }) => {
    /** @type {Transferred[]} */
    const all = [];
    for (let round = 0; round < rounds; round += 1) all.push(await tools(`exportAndImport(${articles})`));
    return all;
  });
}
