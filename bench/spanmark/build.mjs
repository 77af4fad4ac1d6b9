/** Builds Spanmark's own pages of the bench, and the app itself, with the app's own configuration. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { BENCH, DIST, ROOT } from '../lib/places.mjs';

/** @type {import('vite').InlineConfig} */
const APP = { root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' };

/**
 * Builds the pages into dist/spanmark or another folder; the server gives them out below `/spanmark/bench/spanmark/`.
 *
 * @param {string} outDir
 */
export async function buildSpanmark(outDir = join(DIST, 'spanmark')) {
  withoutSeeds();
  await build({
    ...APP,
    // The bench has a React of its own, for components that need an older one.
    resolve: { dedupe: ['react', 'react-dom'] },
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: ['column', 'opened', 'screen', 'tools'].map((page) => join(BENCH, `spanmark/${page}.html`)),
      },
    },
  });
}

/**
 * Builds the app into dist/app, with no sample articles, and gives back the bytes, gzipped, of the files that its
 * index.html names: what the browser loads before anything is drawn.
 */
export async function buildApp() {
  withoutSeeds();
  const outDir = join(DIST, 'app');
  await build({ ...APP, build: { outDir, emptyOutDir: true } });
  const names = [...readFileSync(join(outDir, 'index.html'), 'utf8').matchAll(/assets\/[^"]+/g)].map(([name]) => name);
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(outDir, name)), { level: 9 }).length, 0);
}

/** The configuration reads from here which articles the library starts with: none. */
function withoutSeeds() {
  const folder = join(DIST, 'no-seeds');
  mkdirSync(folder, { recursive: true });
  process.env['SEEDS_DIR'] = folder;
}
