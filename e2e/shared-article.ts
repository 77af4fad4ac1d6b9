import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder with the user's own article, beside the checkout; it is copyrighted and never part of the project. */
export const SHARED_SEEDS = resolve('..', 'shared', 'seeds');

const PATH = join(SHARED_SEEDS, '000_bf63c3db8fdb5975.txt');

/** Why a test that needs the article is skipped where it is absent. */
export const WITHOUT_ARTICLE = `the user's article is not at ${PATH}`;

/** The path and text of the user's article, or undefined where it is absent. */
export function sharedArticle(): { readonly path: string; readonly text: string } | undefined {
  return existsSync(PATH) ? { path: PATH, text: readFileSync(PATH, 'utf8') } : undefined;
}
