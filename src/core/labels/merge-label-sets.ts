import { type Attribute, hasValues } from './attribute.ts';
import { type Label, type LabelSet } from './label-set.ts';

/**
 * `ours` with what `theirs` has beyond it, appended in their order: labels, attributes of the same label, values of the same
 * choice, link types. What is in both by id keeps our definition; a key already taken is dropped from what is added, never
 * from ours. Gives `ours` itself where nothing is added.
 */
export function mergeLabelSets(ours: LabelSet, theirs: LabelSet): LabelSet {
  const labels = merged(ours.labels, theirs.labels, mergeLabel, withoutTakenKey);
  const linkTypes = merged(
    ours.linkTypes,
    theirs.linkTypes,
    (our) => our,
    (added) => added,
  );
  return labels === ours.labels && linkTypes === ours.linkTypes ? ours : { labels, linkTypes };
}

function mergeLabel(ours: Label, theirs: Label): Label {
  const attributes = merged(ours.attributes, theirs.attributes, mergeAttribute, (added, present) => ({
    ...added,
    values: withoutKeys(
      added.values,
      present.flatMap(({ values }) => values),
    ),
  }));
  return attributes === ours.attributes ? ours : { ...ours, attributes };
}

function mergeAttribute(ours: Attribute, theirs: Attribute): Attribute {
  if (ours.kind !== theirs.kind || !hasValues(ours.kind)) return ours;
  const values = merged(ours.values, theirs.values, (our) => our, withoutTakenKey);
  return values === ours.values ? ours : { ...ours, values };
}

interface Named {
  readonly id: string;
}

/** Members of both lists by id, ours first; the very list `ours` where it stays as it is. */
function merged<T extends Named>(
  ours: readonly T[],
  theirs: readonly T[],
  join: (our: T, their: T) => T,
  adapt: (added: T, present: readonly T[]) => T,
): readonly T[] {
  const all = [...ours];
  let isChanged = false;
  for (const their of theirs) {
    const at = all.findIndex(({ id }) => id === their.id);
    const our = all[at];
    const next = our ? join(our, their) : adapt(their, all);
    if (next === our) continue;
    isChanged = true;
    if (our) all[at] = next;
    else all.push(next);
  }
  return isChanged ? all : ours;
}

interface Keyed extends Named {
  readonly key: string;
}

function withoutTakenKey<T extends Keyed>(added: T, present: readonly T[]): T {
  const isTaken = added.key !== '' && present.some(({ key }) => key === added.key);
  return isTaken ? { ...added, key: '' } : added;
}

function withoutKeys<T extends Keyed>(added: readonly T[], present: readonly T[]): readonly T[] {
  return added.map((value) => withoutTakenKey(value, present));
}
