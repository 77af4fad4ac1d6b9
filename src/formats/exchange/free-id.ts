/** The wanted id, or one with a number behind where it is missing or taken; `kind` stands in for a missing one. */
export function freeId(taken: ReadonlyMap<string, unknown>, wanted: string, kind: string): string {
  if (wanted !== '' && !taken.has(wanted)) return wanted;
  // As many are taken as there are ids, so that the first guess is mostly free.
  for (let number = taken.size + 1; ; number += 1) {
    const id = `${wanted === '' ? kind : wanted} ${number}`;
    if (!taken.has(id)) return id;
  }
}
