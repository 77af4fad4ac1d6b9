import { type Page } from '@playwright/test';
import { rowsOnDisk } from './disk.ts';
import { type ScriptedArticle } from './review-project.ts';

/** A decision of the review log as it is on the disk. */
export interface Decided {
  readonly articleId: string;
  readonly id: string;
  readonly verdict: string;
  readonly isBlind: boolean;
  readonly supersedes: readonly string[];
  readonly spans: readonly {
    readonly label: string;
    readonly ranges: readonly { readonly from: number; readonly to: number }[];
    readonly attributes: readonly { readonly id: string; readonly value: unknown }[];
  }[];
}

/** Every decision in the database, oldest first. */
export async function logOnDisk(page: Page): Promise<readonly Decided[]> {
  const [decisions] = await rowsOnDisk<[Decided]>(page, { table: 'decisions' });
  return decisions;
}

/** Gold of an article as the log on the disk gives it, span by span as `label: words`, with its value, sorted. */
export async function goldOnDisk(page: Page, { id: articleId, text }: ScriptedArticle): Promise<readonly string[]> {
  const log = (await logOnDisk(page)).filter((decision) => decision.articleId === articleId);
  return countingOf(log)
    .flatMap(({ spans }) => spans)
    .map(({ label, ranges, attributes }) => {
      const words = ranges.map(({ from, to }) => text.slice(from, to)).join(' … ');
      return `${label}: ${words}${attributes.map(({ id, value }) => `|${id}=${String(value)}`).join('')}`;
    })
    .toSorted();
}

/** The decisions of an article that count: what no counting one after them names, and what takes nothing back. */
export async function countingOnDisk(page: Page, { id: articleId }: ScriptedArticle): Promise<readonly Decided[]> {
  return countingOf((await logOnDisk(page)).filter((decision) => decision.articleId === articleId));
}

function countingOf(log: readonly Decided[]): readonly Decided[] {
  const superseded = new Set<string>();
  const counting = log.toReversed().filter(({ id, supersedes }) => {
    if (superseded.has(id)) return false;
    for (const earlier of supersedes) superseded.add(earlier);
    return true;
  });
  return counting.filter(({ verdict }) => verdict !== 'withdraw').toReversed();
}
