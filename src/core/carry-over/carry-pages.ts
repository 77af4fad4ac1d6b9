import { type PageStart } from '#core/project/project.ts';
import { changesBetween, type TextChange } from '#core/text/text-changes.ts';

/**
 * The starts of pages in a corrected text: behind what was changed before them, and where the start itself was changed, where
 * the new words begin. Pages of which nothing is left are dropped.
 */
export function carryPages(before: string, after: string, pages: readonly PageStart[]): readonly PageStart[] {
  if (pages.length === 0) return pages;
  const changes = changesBetween(before, after);
  const carried: PageStart[] = [];
  let next = 0;
  let shift = 0;
  for (const { from, page } of pages) {
    // What was put in right before the first word of a page belongs to that page.
    for (let change = changes[next]; change && change.from < from && change.to <= from; change = changes[(next += 1)]) {
      shift = change.newTo - change.to;
    }
    const inside = changes[next];
    const place = inside && inside.from < from ? inside.newFrom - lettersBack(before, from, inside) : from + shift;
    // Two pages that start at one place: all of the first is gone.
    while (carried.length > 0 && carried.at(-1)!.from >= place) carried.pop();
    carried.push({ from: place, page });
  }
  return carried;
}

/**
 * By how much the words taken away may lie further to the front, so that they end where the page starts: of “Two.Three”, of
 * which “Two.” is gone, the “T” that is left may be either.
 */
function lettersBack(before: string, start: number, { from, to, newFrom, newTo }: TextChange): number {
  const letters = to - start;
  if (newFrom !== newTo || letters > from) return 0;
  return before.slice(from - letters, from) === before.slice(start, to) ? letters : 0;
}
