import { join } from 'node:path';

/** The folder of the app, of the bench, and of what the bench builds and keeps out of the repository. */
export const ROOT = join(import.meta.dirname, '../..');
export const BENCH = join(ROOT, 'bench');
export const DIST = join(BENCH, 'dist');
