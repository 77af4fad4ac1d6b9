import { join } from 'node:path';
import { build } from 'esbuild';
import { BENCH } from '../lib/places.mjs';
import { WATCH } from './on-disk.mjs';

/** Bundles the script that measures in the app's page. */
export async function buildWatch() {
  const entryPoints = [join(BENCH, 'app/page/watch.js')];
  await build({ entryPoints, outfile: WATCH, bundle: true, format: 'iife', target: 'chrome123', logLevel: 'error' });
}
