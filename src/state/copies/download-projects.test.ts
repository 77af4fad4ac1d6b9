import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type ArticleId } from '#core/project/project.ts';
import { openTaxes } from '#state/test-stores.arbitrary.ts';
import { downloadProjects } from './download-projects.ts';

/** Stands for a file of so many MiB, which no test has room for. */
const blobOf = (mebibytes: number) => ({ size: mebibytes * 1024 * 1024 }) as Blob;

test('a project that is too large for one file comes in several, and says what has no edits', async () => {
  const { browser } = await openTaxes();
  const articles = await browser.disk.database.articles.count();
  expect(articles).toBeGreaterThan(1);
  const [names, wanted]: [string[], [number, boolean][]] = [[], []];
  const makeFile = ({ articleIds, withLogs }: { articleIds: ReadonlySet<ArticleId>; withLogs: boolean }) => {
    wanted.push([articleIds.size, withLogs]);
    // One article is too large even by itself, unless it comes without its edits.
    const isTooLarge = articleIds.size > 1 || (withLogs && wanted.length === 2);
    return Promise.resolve({ blob: blobOf(isTooLarge ? 65 : 64), layers: 2, withoutEdits: 0 });
  };
  const download = (name: string) => names.push(name);
  const { database } = browser.disk;
  expect(await downloadProjects({ database, transfer: { makeFile }, download } as never)).toBe(2);
  expect(names).toEqual(
    Array.from({ length: articles }, (_, part) => `my-project.${part + 1}-of-${articles}.spanmark.json`),
  );
  expect(wanted.slice(0, 3)).toEqual([
    [articles, true],
    [1, true],
    [1, false],
  ]);
});
