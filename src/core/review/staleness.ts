import { type ComparedLayers, type Group, type GroupKey, type SpanRef } from '#core/alignment/group.ts';
import { type Span } from '#core/spans/span.ts';
import { type Standing } from './counting.ts';
import { type CoveredSpan, type Decision, type DecisionId } from './decision.ts';
import { refText, sameMarking } from './marking.ts';

/** Why a decision needs another look. */
export type StaleCause =
  /** A span that it disposed of says something else now. */
  | { readonly kind: 'changed'; readonly covered: CoveredSpan; readonly now: Span }
  /** Such a span is not there any more. */
  | { readonly kind: 'gone'; readonly covered: CoveredSpan }
  /** A span that nobody has decided about stands in a group with one that it disposed of. */
  | { readonly kind: 'joined'; readonly group: GroupKey; readonly span: SpanRef }
  /** Another reviewer's decision settles one of its spans too, and stands before it. */
  | { readonly kind: 'disputed'; readonly by: DecisionId };

/** A decision that was made about something else than what is there now. It counts on until somebody acts. */
export interface StaleDecision {
  readonly decision: Decision;
  readonly causes: readonly StaleCause[];
}

/**
 * The standing decisions that need another look, in the order of the log. `layers` are the compared ones and `groups` theirs:
 * spans of annotators who are not compared now, because they have not finished or were not chosen, say nothing.
 */
export function staleDecisions(
  { decisions, byRef, disputed }: Standing,
  groups: readonly Group[],
  layers: ComparedLayers,
): readonly StaleDecision[] {
  const spans = new Map(
    layers.map((layer) => [layer.annotatorId, new Map(layer.spans.map((span) => [span.id, span]))]),
  );
  const joined = joinedTo(byRef, groups);
  return decisions.flatMap((decision): readonly StaleDecision[] => {
    const causes: StaleCause[] = [];
    for (const covered of decision.covers) {
      const theirs = spans.get(covered.annotatorId);
      if (!theirs) continue;
      const now = theirs.get(covered.spanId);
      if (!now) causes.push({ kind: 'gone', covered });
      else if (!sameMarking(now, covered)) causes.push({ kind: 'changed', covered, now });
    }
    causes.push(...(joined.get(decision.id) ?? []));
    const earlier = disputed.get(decision.id);
    if (earlier) causes.push({ kind: 'disputed', by: earlier.id });
    return causes.length === 0 ? [] : [{ decision, causes }];
  });
}

function joinedTo(
  byRef: ReadonlyMap<string, Decision>,
  groups: readonly Group[],
): ReadonlyMap<DecisionId, readonly StaleCause[]> {
  const found = new Map<DecisionId, StaleCause[]>();
  for (const group of groups) {
    const refs = refsOf(group);
    const open = refs.filter((ref) => !byRef.has(refText(ref)));
    if (open.length === 0 || open.length === refs.length) continue;
    const deciding = new Set(refs.flatMap((ref) => byRef.get(refText(ref))?.id ?? []));
    for (const id of deciding) {
      const known = found.get(id) ?? [];
      known.push(...open.map((span): StaleCause => ({ kind: 'joined', group: group.key, span })));
      found.set(id, known);
    }
  }
  return found;
}

/** The spans of a group, in the order of its members. */
export function refsOf({ members }: Group): readonly SpanRef[] {
  return members.flatMap(({ annotatorId, span }) => (span ? [{ annotatorId, spanId: span.id }] : []));
}
