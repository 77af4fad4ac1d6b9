/** Opens every component in fresh private pages of one browser, round after round, and keeps what each one measured. */
import { heapOf, startBrowser, TimeLimit, UNLIMITED, within } from '../lib/browser.mjs';
import { written } from '../lib/figures.mjs';
import { addressOf } from './addresses.mjs';
import { PEERS } from './peers.mjs';

/** Milliseconds that one step of one page may take: opening, all changes, or scrolling. */
const LIMIT = 32_000;
/** One that opens slower than this is measured once, in a quick run one that opens slower than the other. */
const SLOW = 10_000;
const SLOW_FOR_A_QUICK_RUN = 1000;
/** One that opens slower than this is not tried at larger sizes. */
const VERY_SLOW = 30_000;
/** Of so many rounds at most for what no target rests on but the best of them. */
const ROUNDS_OF_OTHERS = 3;
/** Changes of each kind in one page. */
const CHANGES = 5;

/**
 * @typedef {object} Frames
 * @property {number} median
 * @property {number} longest
 * @property {number} frames
 * @property {number} over50
 *
 * @typedef {object} Measured what one page measured; milliseconds, hit in microseconds, js and dom in bytes
 * @property {string} peer
 * @property {string} size
 * @property {'unlimited' | '60 Hz'} frames
 * @property {string} [error] why it could not be opened
 * @property {string} [incomplete] why something after opening is missing
 * @property {boolean} [late] whether a time limit ended it
 * @property {number} [open]
 * @property {number} [openLongestTask]
 * @property {number} [nodes]
 * @property {number | null} [shown]
 * @property {number} [js]
 * @property {number} [dom]
 * @property {number} [add]
 * @property {number | null} [remove]
 * @property {number} [unrelated]
 * @property {number | null} [toolbar]
 * @property {number | null} [hit]
 * @property {number | null} [hits]
 * @property {Frames} [smooth]
 * @property {Frames} [jumps]
 */

/**
 * Runs all rounds: latencies and memory with frames as fast as they come, then scrolling at 60 Hz once at L and XL.
 *
 * @param {import('../lib/options.mjs').Options} options
 * @param {string} origin
 * @param {(line: string) => void} tell
 * @returns {Promise<Measured[]>}
 */
export async function runRounds({ peers, sizes, runs, quick }, origin, tell) {
  const pages = createPages(origin);
  /** @type {Measured[]} */
  const all = [];
  try {
    for (let round = 0; round < runs; round += 1) {
      for (const size of sizes) {
        for (const peer of shuffled(peers)) {
          if (round >= ROUNDS_OF_OTHERS && !isInEveryRound(peer)) continue;
          if (!isDue(all, sizes, peer, size, quick ? SLOW_FOR_A_QUICK_RUN : SLOW)) continue;
          const measured = await pages.measure({ peer, size, frames: 'unlimited', scrolls: round === 0 });
          all.push(measured);
          tell(`${round + 1}/${runs} ${lineOf(measured)}`);
        }
      }
    }
    for (const size of quick ? [] : sizes.filter((one) => ['L', 'XL'].includes(one))) {
      for (const peer of shuffled(peers)) {
        if (!isQuick(all, peer, size)) continue;
        const measured = await pages.measure({ peer, size, frames: '60 Hz', scrolls: true });
        all.push(measured);
        tell(`scroll ${lineOf(measured)}`);
      }
    }
  } finally {
    await pages.close();
  }
  return all;
}

/** @param {string} peer */
function isInEveryRound(peer) {
  return peer === 'plain-text' || PEERS[peer]?.kind === 'spanmark';
}

/** @param {readonly string[]} names */
function shuffled(names) {
  return names
    .map((name) => ({ name, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

/**
 * False for one that was too slow or failed before, at this size or a smaller one.
 *
 * @param {readonly Measured[]} all @param {readonly string[]} sizes @param {string} peer @param {string} size
 * @param {number} slow milliseconds
 */
function isDue(all, sizes, peer, size, slow) {
  const before = all.filter((one) => one.peer === peer);
  const smaller = sizes.slice(0, sizes.indexOf(size));
  const isTooSlow = before.some(
    (one) => smaller.includes(one.size) && (one.error !== undefined || (one.open ?? 0) > VERY_SLOW),
  );
  const isDone = before.some((one) => one.size === size && (one.error !== undefined || (one.open ?? 0) > slow));
  return !isTooSlow && !isDone;
}

/** @param {readonly Measured[]} all @param {string} peer @param {string} size */
function isQuick(all, peer, size) {
  const before = all.filter((one) => one.peer === peer && one.size === size);
  return before.length > 0 && before.every((one) => one.error === undefined && (one.open ?? Infinity) < SLOW / 2);
}

/**
 * One browser for each way of making frames, started when it is needed and again after a page hung or the browser died.
 *
 * @param {string} origin
 */
function createPages(origin) {
  /** @type {Map<Measured['frames'], Awaited<ReturnType<typeof startBrowser>>>} */
  const running = new Map();
  const end = async (/** @type {Measured['frames']} */ frames) => {
    const started = running.get(frames);
    running.delete(frames);
    await started?.kill();
  };
  const browserFor = async (/** @type {Measured['frames']} */ frames) => {
    if (running.get(frames)?.browser.isConnected() === false) await end(frames);
    const started = running.get(frames) ?? (await startBrowser(frames === 'unlimited' ? UNLIMITED : []));
    running.set(frames, started);
    return started.browser;
  };

  /**
   * @param {{ peer: string, size: string, frames: Measured['frames'], scrolls: boolean }} what
   * @returns {Promise<Measured>}
   */
  const measure = async ({ peer, size, frames, scrolls }) => {
    /** @type {Measured} */
    const result = { peer, size, frames };
    try {
      const browser = await browserFor(frames);
      const page = await within(browser.newPage({ viewport: { width: 1280, height: 800 } }), LIMIT);
      await measurePage(page, `${origin}${addressOf(peer)}`, scrolls, result);
      // A page that hangs does not close.
      if (result.late) await end(frames);
      else await within(page.context().close(), 10_000);
    } catch (error) {
      if (result.open === undefined) result.error ??= messageOf(error);
      await end(frames);
    }
    return result;
  };

  return {
    measure,
    close: async () => {
      for (const frames of /** @type {const} */ (['unlimited', '60 Hz'])) await end(frames);
    },
  };
}

/**
 * Puts into `result` what the page measures; what fails is named in it.
 *
 * @param {import('playwright-core').Page} page @param {string} address @param {boolean} scrolls @param {Measured} result
 */
async function measurePage(page, address, scrolls, result) {
  try {
    await page.goto(address);
    Object.assign(result, await opened(page, result.size));
    if (result.frames === 'unlimited') Object.assign(result, await changed(page));
    if (scrolls) Object.assign(result, await scrolled(page));
  } catch (error) {
    if (result.open === undefined) result.error = messageOf(error);
    else result.incomplete = messageOf(error);
    result.late = error instanceof TimeLimit;
  }
}

/** @param {import('playwright-core').Page} page @param {string} size */
async function opened(page, size) {
  const preparing = page.evaluate((which) => window.bench.prepare(which), size);
  await within(preparing, LIMIT);
  const empty = await heapOf(page);
  const opening = page.evaluate(() => window.bench.open());
  const open = await within(opening, LIMIT);
  const full = await within(heapOf(page), LIMIT);
  return { ...open, js: full.js - empty.js, dom: full.dom - empty.dom };
}

/** @param {import('playwright-core').Page} page */
function changed(page) {
  const changing = page.evaluate((times) => window.bench.change(times), CHANGES);
  return within(changing, LIMIT);
}

/** @param {import('playwright-core').Page} page */
function scrolled(page) {
  const scrolling = page.evaluate(() => window.bench.scroll());
  return within(scrolling, LIMIT);
}

/** @param {unknown} error */
function messageOf(error) {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 160) ?? '';
}

/** @param {Measured} measured */
function lineOf({ peer, size, error, incomplete, open, add, remove, hit, shown, js, smooth, jumps }) {
  const start = `${size.padEnd(2)} ${peer.padEnd(26)}`;
  if (error !== undefined) return `${start} ${error}`;
  const parts = [
    `open ${written(open)}`,
    ...(add === undefined ? [] : [`add ${written(add)}`, `delete ${written(remove ?? undefined)}`]),
    ...(add === undefined ? [] : [`hit ${written(hit ?? undefined)} µs`]),
    `shown ${shown ?? '–'}`,
    `heap ${written((js ?? 0) / 1e6)} MB`,
    ...(smooth ? [`frame ${written(smooth.median)}/${written(smooth.longest)}`] : []),
    ...(jumps ? [`jump ${written(jumps.median)}/${written(jumps.longest)}`] : []),
    ...(incomplete === undefined ? [] : [`then ${incomplete}`]),
  ];
  return `${start} ${parts.join(', ')}`;
}
