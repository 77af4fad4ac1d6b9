import { type ProblemList } from '#formats/problem.ts';
import { quoted } from '#formats/wording.ts';

/** Adds a problem for each member whose id an earlier one has; `place` gives the path to a member's id. */
export function checkUnique(
  members: readonly { readonly id: string }[],
  place: (index: number) => string,
  kind: string,
  problems: ProblemList,
): void {
  const firstWithId = new Map<string, number>();
  for (const [index, { id }] of members.entries()) {
    const first = firstWithId.get(id);
    if (first === undefined) firstWithId.set(id, index);
    else problems.add(place(index), `the same ${kind} id as at ${place(first)}: ${quoted(id)}`);
  }
}

/** Adds a problem for each member whose key, where it has one, belongs to an earlier one. */
export function checkKeys(
  members: readonly { readonly key: string; readonly name: string }[],
  place: (index: number) => string,
  problems: ProblemList,
): void {
  const firstWithKey = new Map<string, string>();
  for (const [index, { key, name }] of members.entries()) {
    if (key === '') continue;
    const first = firstWithKey.get(key);
    if (first === undefined) firstWithKey.set(key, name);
    else problems.add(place(index), `the key ${key} of ${quoted(name)} already belongs to ${quoted(first)}`);
  }
}
