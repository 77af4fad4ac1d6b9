/** What is measured while an article of size L, and for scrolling XL, is open in the built app. */
import { heapOf, within } from '../lib/browser.mjs';
import { withBrowserOnDisk } from './on-disk.mjs';

/** Milliseconds that one step may take. */
const LIMIT = 60_000;

/**
 * @typedef {import('../components/rounds.mjs').Frames} Frames
 * @typedef {object} LongArticle times in milliseconds, heaps in bytes
 * @property {Record<string, number[]>} opened by size: from the address to its words
 * @property {{ empty: number, S: number, L: number }} heap JavaScript in use: the app with an empty library, and with an article open
 * @property {Record<string, { smooth: Frames, jumps: Frames, height: number }>} scrolled by size
 * @property {{ typing: Block, selecting: Block, scrolling: Block }} blocks
 * @property {number[]} saved from the key to the shell saying so
 * @property {number[]} puts one raw strict put of the same record
 * @property {number} entryBytes of the record, as JSON
 * @typedef {{ task: number, wait: number }} Block the longest task of 50 ms or more, and the longest wait
 */

/**
 * @param {string} origin
 * @param {{ sizes: readonly string[], edits: number, openings: number }} choice
 * @returns {Promise<LongArticle>}
 */
export async function measureLongArticle(origin, { sizes, edits, openings }) {
  return withBrowserOnDisk(origin, 300_000, async (browser) => {
    const { page, goTo, tools } = browser;
    const empty = (await heapOf(page)).js;
    /** @type {Record<string, string>} */
    const articles = {};
    for (const size of new Set(['S', ...sizes])) articles[size] = await tools(`putArticle('${size}')`);

    const open = async (/** @type {string} */ size) => {
      await goTo('#/library');
      await page.waitForTimeout(300);
      const opening = page.evaluate((address) => window.watch.open(address), `#/annotate/${articles[size]}`);
      return within(opening, LIMIT);
    };
    const heapAt = async (/** @type {string} */ size) => {
      await open(size);
      await page.waitForTimeout(1500);
      return (await heapOf(page)).js;
    };
    const heap = { empty, S: await heapAt('S'), L: await heapAt('L') };

    /** @type {LongArticle['opened']} */
    const opened = {};
    for (let round = 0; round < openings; round += 1) {
      for (const size of Object.keys(articles)) (opened[size] ??= []).push(await open(size));
    }
    /** @type {LongArticle['scrolled']} */
    const scrolled = {};
    for (const size of sizes) {
      await open(size);
      const scrolling = page.evaluate(() => window.watch.scroll());
      scrolled[size] = await within(scrolling, LIMIT);
    }
    await open('L');
    await page.waitForTimeout(500);
    const blocks = await measureBlocks(page);
    await open('L');
    await page.waitForTimeout(500);
    return { opened, heap, scrolled, blocks, ...(await measureSaving(page, edits)) };
  });
}

/**
 * What a user does by hand at L: writes a note, selects words, scrolls.
 *
 * @param {import('playwright-core').Page} page
 */
async function measureBlocks(page) {
  const during = async (/** @type {() => Promise<void>} */ work) => {
    await page.evaluate(() => window.watch.startBlocks());
    await work();
    return page.evaluate(() => window.watch.endBlocks());
  };
  await page.keyboard.press('Tab');
  await page.keyboard.press('n');
  const typing = await during(() =>
    page.keyboard.type('A note of some length, typed without a rest. '.repeat(2), { delay: 30 }),
  );
  await page.keyboard.press('Escape');
  const selecting = await during(async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      await page.mouse.move(420, 300 + 40 * turn);
      await page.mouse.down();
      for (let x = 440; x <= 860; x += 60) await page.mouse.move(x, 320 + 40 * turn);
      await page.mouse.up();
    }
    for (let turn = 0; turn < 20; turn += 1) await page.keyboard.press('Shift+ArrowRight');
  });
  await page.keyboard.press('Escape');
  const scrolling = await during(async () => {
    await page.mouse.move(700, 500);
    for (let turn = 0; turn < 60; turn += 1) {
      await page.mouse.wheel(0, turn < 50 ? 240 : 40_000);
      await page.waitForTimeout(30);
    }
  });
  return { typing, selecting, scrolling };
}

/**
 * Relabels a span again and again by a key, and after each edit puts the record that it wrote into a raw database.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} edits
 */
async function measureSaving(page, edits) {
  await page.keyboard.press('Tab');
  /** @type {number[]} */
  const saved = [];
  /** @type {number[]} */
  const puts = [];
  const relabel = async (/** @type {string} */ key) => {
    await page.evaluate(() => window.watch.savedAfterKey());
    await page.keyboard.press(key);
    return within(
      page.evaluate(() => window.watch.saved),
      10_000,
    );
  };
  await relabel('3');
  const entry = await page.evaluate(() => window.watch.newestEntry());
  for (let turn = 0; turn < edits; turn += 1) {
    saved.push(await relabel(turn % 2 === 0 ? '1' : '2'));
    puts.push(await page.evaluate((record) => window.watch.rawPut(record), entry));
    await page.waitForTimeout(20);
  }
  return { saved, puts, entryBytes: JSON.stringify(entry).length };
}
