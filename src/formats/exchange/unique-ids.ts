import { LIMITS } from '#formats/limits.ts';

/** Gives each of a row of ids one that no other has: the id itself, else the same with a number behind it. */
export function createUniqueIds(): (wanted: string, instead: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (wanted, instead) => {
    const base = atMost(wanted.toWellFormed(), LIMITS.id) || instead;
    let id = base;
    for (let number = next.get(base) ?? 2; taken.has(id); number += 1) {
      id = `${atMost(base, LIMITS.id - 12)} (${number})`;
      next.set(base, number + 1);
    }
    taken.add(id);
    return id;
  };
}

/** The text, cut after so many code points. */
export function atMost(text: string, limit: number): string {
  return text.length <= limit ? text : Array.from(text).slice(0, limit).join('');
}
