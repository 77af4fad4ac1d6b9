import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { BENCH, DIST, ROOT } from './places.mjs';

/**
 * What `work.ts` of a folder of the bench exports, built for Node, which cannot run the source with its imports by itself.
 *
 * @param {string} folder
 * @returns {Promise<Record<string, any>>}
 */
export async function importWork(folder) {
  const outDir = join(DIST, folder);
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '#core': join(ROOT, 'src/core') } },
    build: { ssr: join(BENCH, folder, 'work.ts'), outDir, minify: false, target: 'node20' },
  });
  return import(pathToFileURL(join(outDir, 'work.js')).href);
}

/** Milliseconds that this process has had of a processor, which says more than the clock on a machine with other work. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
