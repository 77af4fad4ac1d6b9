import { type AnnotatorId, type Layer } from '#core/project/project.ts';
import { plainAttributes, type Span } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { commonRanges, sameRange, sameRanges, type TextRange } from '#core/text/range.ts';
import { type Differences, type Group, type GroupKey, type GroupKind, type GroupMember } from './group.ts';
import { differInLinks, linksBetween } from './group-links.ts';
import { relatedUnits } from './related-units.ts';
import { type Unit } from './units.ts';

interface Tuples {
  readonly tuples: readonly (readonly Unit[])[];
  readonly isApproximate: boolean;
}

/** A group before the others are known. */
interface Draft extends Pick<Group, 'key' | 'members' | 'hull' | 'isApproximate'> {
  readonly units: readonly Unit[];
}

/**
 * The groups that these tuples of units make, in order; `layers` are in the order of the units' annotators. A group that is
 * the same as one of `before` is that object.
 */
export function groupsOf(
  layers: readonly Layer[],
  parts: readonly Tuples[],
  before: readonly Group[],
): readonly Group[] {
  const annotators = layers.map(({ annotatorId }) => annotatorId);
  const drafts = parts
    .flatMap(({ tuples, isApproximate }) => tuples.map((units) => draftOf(units, annotators, isApproximate)))
    .toSorted(compareDrafts);
  const linksFrom = linksBetween(layers, drafts);
  const related = relatedKeys(drafts);
  const known = new Map(before.map((group) => [group.key, group]));
  return drafts.map((draft) => {
    const old = known.get(draft.key);
    const next = {
      related: related.get(draft.key) ?? [],
      isLinkedDifferently: differInLinks(draft.members, linksFrom),
    };
    return old && isSame(old, draft, next) ? old : finished(draft, next);
  });
}

function draftOf(units: readonly Unit[], annotators: readonly AnnotatorId[], isApproximate: boolean): Draft {
  const spans = new Map(units.map(({ annotator, span }) => [annotator, span]));
  const members = annotators.map((annotatorId, annotator) => ({ annotatorId, span: spans.get(annotator) }));
  const hull = { from: units[0]!.from, to: units[0]!.to };
  for (const { from, to } of units) {
    hull.from = Math.min(hull.from, from);
    hull.to = Math.max(hull.to, to);
  }
  return { key: keyOf(members), members, hull, isApproximate, units };
}

/** Annotators' and spans' ids, by which a group changes its key exactly when spans come to it or leave it. */
function keyOf(members: readonly GroupMember[]): GroupKey {
  const ids = members.flatMap(({ annotatorId, span }) => (span ? [annotatorId, span.id] : []));
  return JSON.stringify(ids) as GroupKey;
}

function compareDrafts(a: Draft, b: Draft): number {
  return (
    a.hull.from - b.hull.from ||
    b.hull.to - a.hull.to ||
    compareText(firstLabel(a), firstLabel(b)) ||
    compareText(a.key, b.key)
  );
}

function firstLabel({ members }: Draft): string {
  return members.find(({ span }) => span)!.span!.label;
}

function relatedKeys(drafts: readonly Draft[]): ReadonlyMap<GroupKey, readonly GroupKey[]> {
  const related = new Map<GroupKey, Set<number>>();
  const note = (one: number, other: number): void => {
    const { key } = drafts[one]!;
    const known = related.get(key);
    if (known) known.add(other);
    else related.set(key, new Set([other]));
  };
  for (const [one, other] of relatedUnits(drafts.map(({ units }) => units))) {
    note(one, other);
    note(other, one);
  }
  const inOrder = [...related].map(
    ([key, others]) => [key, [...others].toSorted((a, b) => a - b).map((other) => drafts[other]!.key)] as const,
  );
  return new Map(inOrder);
}

interface Surroundings {
  readonly related: readonly GroupKey[];
  readonly isLinkedDifferently: boolean;
}

/** The same key says the same spans by id; who is compared and what the spans hold may have changed. */
function isSame(group: Group, draft: Draft, { related, isLinkedDifferently }: Surroundings): boolean {
  const { members, differs, isApproximate } = group;
  return (
    members.length === draft.members.length &&
    members.every(
      ({ annotatorId, span }, index) =>
        annotatorId === draft.members[index]!.annotatorId && span === draft.members[index]!.span,
    ) &&
    differs.links === isLinkedDifferently &&
    isApproximate === draft.isApproximate &&
    sameRange(group.hull, draft.hull) &&
    group.related.length === related.length &&
    group.related.every((key, index) => key === related[index])
  );
}

function finished(draft: Draft, { related, isLinkedDifferently }: Surroundings): Group {
  const { key, members, hull, isApproximate } = draft;
  const spans = members.flatMap(({ span }) => span ?? []);
  const first = spans[0]!;
  const said = attributesOf(first);
  const differs: Differences = {
    labels: spans.some(({ label }) => label !== first.label),
    ranges: spans.some(({ ranges }) => !sameRanges(ranges, first.ranges)),
    attributes: spans.some((span) => span !== first && attributesOf(span) !== said),
    links: isLinkedDifferently,
    missing: spans.length < members.length,
  };
  const core = spans.reduce<readonly TextRange[]>((common, { ranges }) => commonRanges(common, ranges), first.ranges);
  const kind = spans.length === 1 && members.length >= 3 ? 'single' : kindOf(differs);
  return { key, members, kind, differs, hull, core, related, isApproximate };
}

function attributesOf({ attributes }: Span): string {
  return attributes.length === 0 ? '[]' : JSON.stringify(plainAttributes(attributes));
}

function kindOf({ labels, ranges, attributes, links, missing }: Differences): GroupKind {
  if (labels) return 'label';
  if (ranges) return 'boundary';
  if (attributes) return 'attribute';
  if (links) return 'link';
  return missing ? 'missing' : 'unanimous';
}
