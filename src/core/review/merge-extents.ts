import { type Group, type SpanRef } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Span, type SpanAttribute } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { commonRanges, joinRanges } from '#core/text/range.ts';
import { type Wanted } from './decide.ts';
import { compareRefs } from './marking.ts';

/** The label that more annotators of the group gave than any other; undefined where two are level, so that one must ask. */
export function majorityLabel({ members }: Group): LabelId | undefined {
  return clearWinner(members.flatMap(({ span }) => (span ? [span.label] : [])));
}

/** All text that anybody marked in the group, as one span with the label. */
export function unionOf(group: Group, label: LabelId): Wanted {
  const ranges = joinRanges(marked(group).flatMap(({ span }) => span.ranges));
  return { label, ranges, ...withoutExtent(group, label) };
}

/** The text that all who marked something in the group have in common, as one span; undefined where there is none. */
export function intersectionOf(group: Group, label: LabelId): Wanted | undefined {
  const [first, ...others] = marked(group).map(({ span }) => span.ranges);
  const ranges = others.reduce(commonRanges, first ?? []);
  return ranges.length === 0 ? undefined : { label, ranges, ...withoutExtent(group, label) };
}

interface Marked {
  readonly ref: SpanRef;
  readonly span: Span;
}

function marked({ members }: Group): readonly Marked[] {
  return members
    .flatMap(({ annotatorId, span }) => (span ? [{ ref: { annotatorId, spanId: span.id }, span }] : []))
    .toSorted((a, b) => compareRefs(a.ref, b.ref));
}

function withoutExtent(group: Group, label: LabelId): Pick<Wanted, 'attributes' | 'note' | 'from'> {
  const all = marked(group);
  const alike = all.filter(({ span }) => span.label === label).map(({ span }) => span);
  const note = alike.map((span) => span.note).find((each) => each !== '') ?? '';
  return { attributes: usualAttributes(alike), note, from: all.map(({ ref }) => ref) };
}

/** For each attribute the value that most spans hold; of values that are level the first as JSON. */
function usualAttributes(spans: readonly Span[]): readonly SpanAttribute[] {
  const ids = [...new Set(spans.flatMap(({ attributes }) => attributes.map(({ id }) => id)))].toSorted(compareText);
  return ids.flatMap((id): readonly SpanAttribute[] => {
    const held = spans.map(({ attributes }) => attributes.find((attribute) => attribute.id === id));
    const ranked = tally(held.map((attribute) => JSON.stringify(attribute?.value ?? null)));
    const text = ranked[0]?.[0];
    const winner = held.find((attribute) => JSON.stringify(attribute?.value ?? null) === text);
    return winner ? [winner] : [];
  });
}

function clearWinner<Id extends string>(votes: readonly Id[]): Id | undefined {
  const [first, second] = tally(votes);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

/** How often each text is there, the most frequent first, and of those that are level the first by its code units. */
function tally<Text extends string>(texts: readonly Text[]): readonly (readonly [Text, number])[] {
  const counts = new Map<Text, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}
