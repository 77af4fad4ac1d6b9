import { compareText } from '#core/text/compare-text.ts';
import { inDrawnOrder } from './in-drawn-order.ts';
import { seededNumber } from './seeded-number.ts';

/**
 * Gives every article to `each` of so many people: for each person the ids, sorted. Nobody gets more than one article more
 * than another, and any two people share about as many as any other two. Depends on ids, numbers and seed only, not on the
 * order of the ids. Throws a RangeError unless `each` is a whole number from 1 to the number of people.
 */
export function assignArticles<Id extends string>(
  ids: Iterable<Id>,
  people: number,
  each: number,
  seed: string,
): readonly (readonly Id[])[] {
  if (!Number.isInteger(people) || !Number.isInteger(each) || each < 1 || each > people) {
    throw new RangeError(`${each} of ${people} people cannot get an article`);
  }
  const places: Id[][] = Array.from({ length: people }, () => []);
  /** How many articles two people share, in both directions. */
  const shared = places.map(() => places.map(() => 0));
  for (const id of inDrawnOrder(ids, seed)) {
    const chosen: number[] = [];
    while (chosen.length < each) chosen.push(nextPerson(places, shared, chosen, `${seed} ${id}`));
    for (const person of chosen) {
      places[person]!.push(id);
      for (const other of chosen) if (other !== person) shared[person]![other]! += 1;
    }
  }
  return places.map((mine) => mine.toSorted(compareText));
}

/** Of those who are not chosen yet: who has least, then who shares least with the chosen ones, then whom the seed draws. */
function nextPerson(
  places: readonly (readonly unknown[])[],
  shared: readonly (readonly number[])[],
  chosen: readonly number[],
  seed: string,
): number {
  const candidates = places.flatMap((mine, person) => {
    if (chosen.includes(person)) return [];
    const common = chosen.reduce((sum, other) => sum + shared[person]![other]!, 0);
    return [{ person, load: mine.length, common, number: seededNumber(seed, String(person)) }];
  });
  const [first] = candidates.toSorted(
    (a, b) => a.load - b.load || a.common - b.common || a.number - b.number || a.person - b.person,
  );
  return first!.person;
}
