/**
 * The bench: `npm run bench`, or `npm run bench -- --quick`. Installs and builds what it needs, measures, prints the table
 * of targets, and writes RESULTS.md after a whole run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, DIST } from './lib/places.mjs';
import { optionsFrom } from './lib/options.mjs';
import { installPackages } from './lib/prepare.mjs';

const started = Date.now();

/** @param {string} line */
function tell(line) {
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')} ${line}`);
}

/** @param {import('./lib/options.mjs').Options} options */
async function buildAll({ peers, parts }) {
  // What follows imports packages of bench/, which may just have been installed.
  const [{ buildPeers }, { buildApp, buildSpanmark }, { buildWatch }, { PEERS }] = await Promise.all([
    import('./components/build.mjs'),
    import('./spanmark/build.mjs'),
    import('./app/build-watch.mjs'),
    import('./components/peers.mjs'),
  ]);
  mkdirSync(DIST, { recursive: true });
  tell('Building the pages …');
  await buildSpanmark();
  const isOther = (/** @type {string} */ peer) => PEERS[peer]?.kind !== 'spanmark';
  const gzip = parts.has('components') ? await buildPeers(peers.filter(isOther), join(DIST, 'peers')) : {};
  if (!parts.has('app')) return { gzip, firstLoad: 0 };
  await buildWatch();
  return { gzip, firstLoad: await buildApp() };
}

/**
 * Measures a part of the app; where that fails, the rest is measured all the same.
 *
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} measure
 * @returns {Promise<Result | undefined>}
 */
async function attempt(name, measure) {
  tell(`The app: ${name} …`);
  try {
    return await measure();
  } catch (error) {
    tell(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return undefined;
  }
}

/** @param {string} origin @param {boolean} quick @param {number} firstLoad */
async function measureApp(origin, quick, firstLoad) {
  const [{ measureLibraries }, { measureLongArticle }, { measureTransfer }] = await Promise.all([
    import('./app/library.mjs'),
    import('./app/long-article.mjs'),
    import('./app/transfer.mjs'),
  ]);
  const rounds = quick ? 1 : 5;
  const libraries = await attempt('libraries of 10 and of 10,000 articles', () => measureLibraries(origin, rounds));
  const article = await attempt('long articles', () =>
    measureLongArticle(origin, {
      sizes: quick ? ['L'] : ['L', 'XL'],
      edits: quick ? 30 : 100,
      openings: rounds,
    }),
  );
  const transfers = await attempt('export and import', () =>
    measureTransfer(origin, { articles: quick ? 20 : 100, rounds: quick ? 1 : 3 }),
  );
  return { firstLoad, libraries, article, transfers };
}

async function main() {
  const options = optionsFrom(process.argv.slice(2));
  installPackages(tell);
  const [{ serve }, { describeMachine, load }, { runRounds }, { document, targetTable }] = await Promise.all([
    import('./lib/server.mjs'),
    import('./lib/machine.mjs'),
    import('./components/rounds.mjs'),
    import('./lib/report.mjs'),
  ]);
  const { gzip, firstLoad } = await buildAll(options);
  const machine = await describeMachine();
  const server = await serve(DIST);
  try {
    const components = options.parts.has('components') ? await runRounds(options, server.origin, tell) : [];
    const app = options.parts.has('app') ? await measureApp(server.origin, options.quick, firstLoad) : undefined;
    const results = { components, gzip, ...(app ? { app } : {}) };
    const about = [...machine, /** @type {[string, string]} */ (['Load at the end', load()])];
    const text = document(results, about, options);
    writeFileSync(join(DIST, 'results.json'), JSON.stringify(results));
    writeFileSync(join(DIST, 'RESULTS.md'), `${text}\n`);
    if (options.write) writeFileSync(join(BENCH, 'RESULTS.md'), `${text}\n`);
    console.log(`\n${targetTable(results)}\n`);
    tell(`Done. The details are in ${options.write ? 'bench/RESULTS.md' : 'bench/dist/RESULTS.md'}.`);
  } finally {
    server.close();
  }
}

// Leaving ends the browsers.
process.on('SIGTERM', () => process.exit(143));

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
