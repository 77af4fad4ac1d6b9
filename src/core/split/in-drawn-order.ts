import { compareText } from '#core/text/compare-text.ts';
import { seededNumber } from './seeded-number.ts';

/** The ids, each once, in an order that the seed draws: it depends on nothing else, not on the order in which they are given. */
export function inDrawnOrder<Id extends string>(ids: Iterable<Id>, seed: string): readonly Id[] {
  return [...new Set(ids)]
    .map((id) => ({ id, number: seededNumber(seed, id) }))
    .toSorted((a, b) => a.number - b.number || compareText(a.id, b.id))
    .map(({ id }) => id);
}
