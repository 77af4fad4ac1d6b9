import { type Attribute, hasValues } from './attribute.ts';
import { type Label, type LabelSet } from './label-set.ts';

/**
 * `ours` with what `theirs` has beyond it, appended in their order: labels, attributes of the same label, values of the same
 * choice, link types. What is in both by id keeps our definition; a key already taken is dropped from what is added, never
 * from ours. Gives `ours` itself where nothing is added.
 */
export function mergeLabelSets(ours: LabelSet, theirs: LabelSet): LabelSet {
  const labels = merged(ours.labels, theirs.labels, mergeLabel, (added, present) => {
    return withoutTakenKey(added, keysOf(present));
  });
  const linkTypes = merged(ours.linkTypes, theirs.linkTypes, keep, keep);
  return labels === ours.labels && linkTypes === ours.linkTypes ? ours : { labels, linkTypes };
}

function mergeLabel(ours: Label, theirs: Label): Label {
  const attributes = merged(ours.attributes, theirs.attributes, mergeAttribute, (added, present) => ({
    ...added,
    values: added.values.map((value) => withoutTakenKey(value, keysOf(present.flatMap(({ values }) => values)))),
  }));
  return attributes === ours.attributes ? ours : { ...ours, attributes };
}

function mergeAttribute(ours: Attribute, theirs: Attribute, present: readonly Attribute[]): Attribute {
  if (ours.kind !== theirs.kind || !hasValues(ours.kind)) return ours;
  const others = present.filter(({ id }) => id !== ours.id).flatMap(({ values }) => values);
  const values = merged(ours.values, theirs.values, keep, (added, own) => {
    return withoutTakenKey(added, keysOf([...own, ...others]));
  });
  return values === ours.values ? ours : { ...ours, values };
}

interface Named {
  readonly id: string;
}

/** Members of both lists by id, ours first; the very list `ours` where it stays as it is. `present` is the list so far. */
function merged<T extends Named>(
  ours: readonly T[],
  theirs: readonly T[],
  join: (our: T, their: T, present: readonly T[]) => T,
  adapt: (added: T, present: readonly T[]) => T,
): readonly T[] {
  const all = [...ours];
  let isChanged = false;
  for (const their of theirs) {
    const at = all.findIndex(({ id }) => id === their.id);
    const our = all[at];
    const next = our ? join(our, their, all) : adapt(their, all);
    if (next === our) continue;
    isChanged = true;
    if (our) all[at] = next;
    else all.push(next);
  }
  return isChanged ? all : ours;
}

function keep<T>(member: T): T {
  return member;
}

interface Keyed {
  readonly key: string;
}

function keysOf(keyed: readonly Keyed[]): ReadonlySet<string> {
  return new Set(keyed.map(({ key }) => key).filter((key) => key !== ''));
}

function withoutTakenKey<T extends Keyed>(added: T, taken: ReadonlySet<string>): T {
  return taken.has(added.key) ? { ...added, key: '' } : added;
}
