import { type Layer } from '#core/project/project.ts';
import { labelAndPlace } from '#core/spans/label-and-place.ts';
import { linksAt } from '#core/spans/link.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { compareSpans, sameSpan, type Span, type SpanId } from '#core/spans/span.ts';
import { canonicalText } from '#core/text/canonical-text.ts';
import { textDigest } from '#core/text/text-digest.ts';
import { type Conflict, type MergeChoice, type MergeChoices } from './conflict.ts';
import { earlier, mergeSpan, saysTheSame } from './merge-span.ts';
import { type Parted } from './parted.ts';
import { verdictOn } from './verdict.ts';

/** The spans of two copies of a layer as those of one. */
export interface MergedSpans {
  /** In reading order. */
  readonly spans: readonly Span[];
  readonly conflicts: readonly Conflict[];
  /** Which span stands for one that is left out, since the other side has marked the same. */
  readonly standIns: ReadonlyMap<SpanId, SpanId>;
}

type SpanConflict = Conflict & { readonly kind: 'span' };

/** Merges spans by their ids, and those that both sides made by what they mark. */
export function mergeSpans(parted: Parted, choices: MergeChoices): MergedSpans {
  const merging: Merging = { parted, choices, spans: [], conflicts: [], standIns: new Map() };
  const twins = twinsIn(parted);
  const paired = new Set(twins.flatMap(({ mine, theirs }) => [mine.id, theirs.id]));
  for (const [mine, theirs] of sidesOf(parted)) {
    if (!paired.has((mine ?? theirs)!.id)) mergeSides(merging, mine, theirs);
  }
  for (const { mine, theirs } of twins) mergeTwins(merging, mine, theirs);
  const { spans, conflicts, standIns } = merging;
  return { spans: spans.toSorted(compareSpans), conflicts: conflicts.toSorted(byPlace), standIns };
}

interface Merging {
  readonly parted: Parted;
  readonly choices: MergeChoices;
  readonly spans: Span[];
  readonly conflicts: SpanConflict[];
  readonly standIns: Map<SpanId, SpanId>;
}

/** Every span of either side with that of the same id on the other one. */
function* sidesOf({ mine, theirs }: Parted): Generator<readonly [Span | undefined, Span | undefined]> {
  for (const span of mine.spans) yield [span, findSpan(theirs.spans, span.id)];
  for (const span of theirs.spans) if (!findSpan(mine.spans, span.id)) yield [undefined, span];
}

function mergeSides(merging: Merging, mine: Span | undefined, theirs: Span | undefined): void {
  const { parted, spans } = merging;
  const { id } = (mine ?? theirs)!;
  const before = parted.ancestors.map((ancestor) => findSpan(ancestor.spans, id));
  if (mine && theirs) {
    const merged = mergeSpan(mine, theirs, before);
    if (merged.kind === 'one') spans.push(merged.span);
    else settle(merging, conflictOf(keyOf(id), merged.mine, merged.theirs));
    return;
  }
  const verdict = verdictOn(mine, theirs, before, sameSpan);
  const keeper = verdict === 'mine' ? mine : theirs;
  // A span that one side removed, while the other one linked it to something.
  const isLinkedSince = !keeper && hasNewLink(parted, mine ? parted.mine : parted.theirs, id);
  if (verdict === 'conflict' || isLinkedSince) {
    settle(merging, { kind: 'span', key: keyOf(id), mine, theirs, mayKeepBoth: false });
  } else if (keeper) spans.push(keeper);
}

function mergeTwins(merging: Merging, mine: Span, theirs: Span): void {
  if (!saysTheSame(mine, theirs)) {
    settle(merging, { kind: 'span', key: keyOf(mine.id, theirs.id), mine, theirs, mayKeepBoth: true });
    return;
  }
  const stays = earlier(mine, theirs);
  merging.standIns.set((stays === mine ? theirs : mine).id, stays.id);
  merging.spans.push(stays);
}

/** Two spans of one id that differ in their places or labels can stand beside each other. */
function conflictOf(key: string, mine: Span, theirs: Span): SpanConflict {
  return { kind: 'span', key, mine, theirs, mayKeepBoth: labelAndPlace(mine) !== labelAndPlace(theirs) };
}

/** Does with a conflict what was chosen. */
function settle({ choices, spans, conflicts, standIns }: Merging, conflict: SpanConflict): void {
  conflicts.push(conflict);
  const { key, mine, theirs, mayKeepBoth } = conflict;
  const choice = allowed(choices.get(key), mayKeepBoth);
  const chosen = choice === 'theirs' ? theirs : mine;
  if (chosen) spans.push(chosen);
  if (!mine || !theirs) return;
  if (choice === 'both') spans.push(mine.id === theirs.id ? { ...theirs, id: freshId(theirs) } : theirs);
  else if (mine.id !== theirs.id) standIns.set((choice === 'theirs' ? mine : theirs).id, chosen!.id);
}

function allowed(choice: MergeChoice | undefined, mayKeepBoth: boolean): MergeChoice {
  return choice === undefined || (choice === 'both' && !mayKeepBoth) ? 'mine' : choice;
}

/** The same on every device, and of no other span. */
function freshId(span: Span): SpanId {
  return `${span.id.slice(0, 100)}-${textDigest(canonicalText(span))}` as SpanId;
}

/** Spans with the same label on the same words that each side has made by itself. */
function twinsIn({ mine, theirs, ancestors }: Parted): readonly { readonly mine: Span; readonly theirs: Span }[] {
  const isNew = (span: Span, other: Layer): boolean => {
    return !findSpan(other.spans, span.id) && !ancestors.some(({ spans }) => findSpan(spans, span.id));
  };
  const waiting = new Map<string, Span[]>();
  for (const span of mine.spans) {
    if (!isNew(span, theirs)) continue;
    const place = labelAndPlace(span);
    waiting.set(place, [...(waiting.get(place) ?? []), span]);
  }
  return theirs.spans.flatMap((span) => {
    const others = waiting.get(labelAndPlace(span));
    if (!others || others.length === 0 || !isNew(span, mine)) return [];
    const same = Math.max(
      others.findIndex((other) => saysTheSame(other, span)),
      0,
    );
    const [twin] = others.splice(same, 1);
    return [{ mine: twin!, theirs: span }];
  });
}

function hasNewLink({ ancestors }: Parted, side: Layer, id: SpanId): boolean {
  const known = new Set(ancestors.flatMap(({ links }) => links.map((link) => link.id)));
  return linksAt(side.links, id).some((link) => !known.has(link.id));
}

function keyOf(...ids: readonly SpanId[]): string {
  return JSON.stringify(['span', ...ids]);
}

function byPlace(a: SpanConflict, b: SpanConflict): number {
  return compareSpans((a.mine ?? a.theirs)!, (b.mine ?? b.theirs)!);
}
