import * as fc from 'fast-check';
import { applyEdit } from '#core/edits/apply-edit.ts';
import { editFor, layerArbitrary, type Wish, wishArbitrary } from '#core/edits/edit.arbitrary.ts';
import { type Edit } from '#core/edits/edit.ts';
import { entrySum } from '#core/edits/entry-sum.ts';
import { type Cause } from '#core/edits/history.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { emptyLayer, type Layer } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type CarriedLog, EMPTY_LOG, endOf, type LayerCopy } from './carried-log.ts';
import { type MergeChoice } from './conflict.ts';
import { mergeCopies } from './merge-copies.ts';

/** A copy of a layer that nobody has edited yet. */
export function freshCopy(layer: Layer): LayerCopy {
  return { layer, log: EMPTY_LOG };
}

/** The copy after one more edit at this minute. */
export function edited({ layer, log }: LayerCopy, edit: Edit, minute = 0, cause: Cause = { kind: 'new' }): LayerCopy {
  const { number, sum } = endOf(log);
  const at = `2024-06-18T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00.000Z`;
  const entry = { number: number + 1, edit, cause, at };
  const entries = [...log.entries, { ...entry, sum: entrySum(sum, entry) }];
  return { layer: { ...applyEdit(layer, edit), changedAt: at }, log: { ...log, entries } };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The copy after somebody wanted these things one after the other. */
export function editedBy(copy: LayerCopy, wishes: readonly Wish[], minute = 0): LayerCopy {
  return wishes.reduce((now, wish, index) => edited(now, editFor(now.layer, wish), minute + index), copy);
}

/** Our copy after theirs was brought in; in each conflict what `choose` says. */
export function afterMerging(
  ours: LayerCopy,
  theirs: LayerCopy,
  choose: (key: string) => MergeChoice = () => 'mine',
  minute = 900,
): LayerCopy {
  const first = mergeCopies(ours, theirs);
  const choices = new Map(first.kind === 'merged' ? first.conflicts.map(({ key }) => [key, choose(key)]) : []);
  const merged = mergeCopies(ours, theirs, choices);
  if (merged.kind === 'ahead') return { layer: theirs.layer, log: joined(ours.log, theirs.log) };
  if (merged.kind !== 'merged') return ours;
  return edited(ours, merged.edit, minute, { kind: 'new', merges: merged.merges });
}

/** A layer that two devices have, and what is wanted on each; much of it is the same, under the same or under other ids. */
export function partedArbitrary(): fc.Arbitrary<{
  readonly base: Layer;
  readonly mine: readonly Wish[];
  readonly theirs: readonly Wish[];
}> {
  const wishes = fc.array(wishArbitrary(), { maxLength: 5 });
  return fc
    .record({ base: layerArbitrary(), mine: wishes, theirs: wishes, same: wishes, areIdsOwn: fc.boolean() })
    .map(({ base, mine, theirs, same, areIdsOwn }) => ({
      base,
      mine: [...same, ...mine],
      theirs: [...(areIdsOwn ? same.map(underOwnId) : same), ...theirs],
    }));
}

function underOwnId(wish: Wish): Wish {
  if (wish.kind === 'together') return { ...wish, wishes: wish.wishes.map(underOwnId) };
  if (wish.kind !== 'put') return wish;
  return { ...wish, span: { ...wish.span, id: `own ${wish.span.id}` as SpanId } };
}

function joined(ours: CarriedLog, theirs: CarriedLog): CarriedLog {
  const { number } = endOf(ours);
  return { ...ours, entries: [...ours.entries, ...theirs.entries.filter((entry) => entry.number > number)] };
}

/** A layer with the log of somebody who made it span by span, changed a note and took that back. */
export function withLogOf(layer: Layer): Layer & { readonly log: CarriedLog } {
  const { articleId, annotatorId, spans, links, status } = layer;
  const edits: readonly Edit[] = [
    ...spans.map((span): Edit => ({ kind: 'add-span', span })),
    ...links.map((link): Edit => ({ kind: 'add-link', link })),
  ];
  let copy = edits.reduce(
    (now, edit, index) => edited(now, edit, index),
    freshCopy(emptyLayer(articleId, annotatorId)),
  );
  const [first] = copy.layer.spans;
  if (first) {
    const noted: Edit = { kind: 'replace-span', before: first, after: { ...first, note: 'Sure?' } };
    copy = edited(copy, noted, 300);
    copy = edited(copy, invertEdit(noted), 301, { kind: 'undo', of: copy.log.entries.length });
  }
  if (status !== 'not-started') copy = edited(copy, { kind: 'set-status', before: 'not-started', after: status }, 302);
  return { ...layer, changedAt: copy.layer.changedAt, log: copy.log };
}
