import { type Group, type GroupKey, type SpanRef } from '#core/alignment/group.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { extentOf, lengthOf, type Span } from '#core/spans/span.ts';
import { sameRanges } from '#core/text/range.ts';

/** A span of somebody's that may go into gold, with all spans that say the same. */
export interface PartSpan {
  readonly span: Span;
  readonly from: readonly SpanRef[];
}

/** What some people marked in one piece and others in several. */
export interface SplitGroups {
  /** The groups that are about the same stretch of text, the one that was asked about among them, in reading order. */
  readonly groups: readonly Group[];
  /** The spans of whoever made most of it, in reading order. */
  readonly parts: readonly PartSpan[];
  readonly whole: PartSpan;
}

/** How a group was perhaps split or joined; undefined where everybody has at most one span there. */
export function splitOf(group: Group, groups: readonly Group[]): SplitGroups | undefined {
  if (group.related.length === 0) return undefined;
  const together = relatedTo(group, groups);
  const label = group.members.find(({ span }) => span)?.span?.label;
  const all = together.flatMap(({ members }) =>
    members.flatMap(({ annotatorId, span }) => (span?.label === label && span ? [{ annotatorId, span }] : [])),
  );
  const byAnnotator = new Map<AnnotatorId, Span[]>();
  for (const { annotatorId, span } of all) {
    byAnnotator.set(annotatorId, [...(byAnnotator.get(annotatorId) ?? []), span]);
  }
  const most = [...byAnnotator.values()].reduce<readonly Span[]>((a, b) => (b.length > a.length ? b : a), []);
  const longest = all
    .map(({ span }) => span)
    .reduce<Span | undefined>((a, b) => (a && lengthOf(a) >= lengthOf(b) ? a : b), undefined);
  if (most.length < 2 || !longest) return undefined;
  const withSame = (span: Span): PartSpan => ({
    span,
    from: all
      .filter((other) => sameRanges(other.span.ranges, span.ranges))
      .map(({ annotatorId, span: { id } }) => ({ annotatorId, spanId: id })),
  });
  return {
    groups: together,
    parts: most.toSorted((a, b) => extentOf(a).from - extentOf(b).from).map(withSame),
    whole: withSame(longest),
  };
}

/** The group and those related to it over any number of steps, in the order of `groups`. */
function relatedTo(group: Group, groups: readonly Group[]): readonly Group[] {
  const byKey = new Map(groups.map((each) => [each.key, each]));
  const keys = new Set<GroupKey>([group.key]);
  // A set that grows while it is walked through is walked to its new end.
  for (const key of keys) for (const other of byKey.get(key)?.related ?? []) keys.add(other);
  return groups.filter(({ key }) => keys.has(key));
}
