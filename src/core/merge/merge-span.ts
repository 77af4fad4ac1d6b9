import { plainAttributes, type Span } from '#core/spans/span.ts';
import { canonicalText } from '#core/text/canonical-text.ts';
import { compareText } from '#core/text/compare-text.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** A span that both sides have: one that holds what both changed, or the two that there may be where they contradict. */
export type MergedSpan =
  | { readonly kind: 'one'; readonly span: Span }
  | { readonly kind: 'conflict'; readonly mine: Span; readonly theirs: Span };

/** What belongs together: attributes are those of a label. */
const PARTS: readonly ((span: Span) => unknown)[] = [
  ({ label, attributes }) => [label, plainAttributes(attributes)],
  ({ ranges }) => ranges.map(({ from, to }) => [from, to]),
  ({ note }) => note,
  ({ origin, createdAt }) => [origin, createdAt],
];

/** Puts together what the sides changed in one span: its label with its attributes, its ranges, its note. */
export function mergeSpan(mine: Span, theirs: Span, ancestors: readonly (Span | undefined)[]): MergedSpan {
  const [what, where, note, whence] = PARTS.map((part) => partVerdict(part, mine, theirs, ancestors)) as [
    Verdict,
    Verdict,
    Verdict,
    Verdict,
  ];
  const when = verdictOn(mine.changedAt, theirs.changedAt, timesOf(ancestors));
  const put = (chosen: 'mine' | 'theirs'): Span => {
    const from = (verdict: Verdict): Span => {
      return (verdict === 'conflict' ? chosen : verdict) === 'theirs' ? theirs : mine;
    };
    const { label, attributes } = from(what);
    // Nobody can change these by hand: any answer will do that is the same on both devices.
    const { origin, createdAt } = whence === 'conflict' ? earlier(mine, theirs) : from(whence);
    const changedAt = when === 'conflict' ? later(mine, theirs).changedAt : from(when).changedAt;
    return {
      id: mine.id,
      label,
      ranges: from(where).ranges,
      attributes,
      note: from(note).note,
      origin,
      createdAt,
      changedAt,
    };
  };
  if (![what, where, note].includes('conflict')) return { kind: 'one', span: put('mine') };
  // Nothing but its time is new in a span of which everything is kept.
  const [ours, others] = [put('mine'), put('theirs')];
  return {
    kind: 'conflict',
    mine: saysTheSame(ours, mine) ? mine : ours,
    theirs: saysTheSame(others, theirs) ? theirs : others,
  };
}

/** True where both say the same of the same words, whatever their ids and times. */
export function saysTheSame(a: Span, b: Span): boolean {
  return PARTS.slice(0, 3).every((part) => canonicalText(part(a)) === canonicalText(part(b)));
}

/** The one that was made first, or that with the lesser id. */
export function earlier<T extends { readonly id: string; readonly createdAt: string }>(a: T, b: T): T {
  const order = compareTimes(a.createdAt, b.createdAt) || compareText(a.id, b.id);
  return (order || compareText(canonicalText(a), canonicalText(b))) <= 0 ? a : b;
}

function later(a: Span, b: Span): Span {
  return compareTimes(a.changedAt, b.changedAt) >= 0 ? a : b;
}

function partVerdict(
  part: (span: Span) => unknown,
  mine: Span,
  theirs: Span,
  ancestors: readonly (Span | undefined)[],
): Verdict {
  const texts = ancestors.map((span) => span && canonicalText(part(span)));
  return verdictOn(canonicalText(part(mine)), canonicalText(part(theirs)), texts);
}

function timesOf(ancestors: readonly (Span | undefined)[]): readonly string[] {
  return ancestors.flatMap((span) => (span ? [span.changedAt] : []));
}
