import { t } from '#language/t.ts';
import { type ProblemList } from '#formats/problem.ts';
import { quoted } from '#formats/wording.ts';

const SAME_ID = {
  annotator: (place: string, id: string) => t`the same annotator id as at ${place}: ${id}`,
  article: (place: string, id: string) => t`the same article id as at ${place}: ${id}`,
  attribute: (place: string, id: string) => t`the same attribute id as at ${place}: ${id}`,
  decision: (place: string, id: string) => t`the same decision id as at ${place}: ${id}`,
  label: (place: string, id: string) => t`the same label id as at ${place}: ${id}`,
  link: (place: string, id: string) => t`the same link id as at ${place}: ${id}`,
  'link type': (place: string, id: string) => t`the same link type id as at ${place}: ${id}`,
  message: (place: string, id: string) => t`the same message id as at ${place}: ${id}`,
  span: (place: string, id: string) => t`the same span id as at ${place}: ${id}`,
  thread: (place: string, id: string) => t`the same thread id as at ${place}: ${id}`,
  value: (place: string, id: string) => t`the same value id as at ${place}: ${id}`,
} as const;

/** Adds a problem for each member whose id an earlier one has; `place` gives the path to a member's id. */
export function checkUnique(
  members: readonly { readonly id: string }[],
  place: (index: number) => string,
  kind: keyof typeof SAME_ID,
  problems: ProblemList,
): void {
  const firstWithId = new Map<string, number>();
  for (const [index, { id }] of members.entries()) {
    const first = firstWithId.get(id);
    if (first === undefined) firstWithId.set(id, index);
    else problems.add(place(index), SAME_ID[kind](place(first), quoted(id)));
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
    else problems.add(place(index), t`the key ${key} of ${quoted(name)} already belongs to ${quoted(first)}`);
  }
}
