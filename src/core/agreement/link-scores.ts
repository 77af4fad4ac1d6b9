import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Link } from '#core/spans/link.ts';
import { SAME_AS } from '#core/spans/same-as.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type Outcome, ratioOutcome } from './figure.ts';
import { type SpanMatch } from './match-pair.ts';

/** Counts of one type of links in a pair of layers; those of several articles can be added. */
export interface LinkScores {
  readonly type: LinkTypeId;
  /** Links of both layers. */
  readonly links: number;
  /** Those of both layers whose two ends are matched with spans of the other layer. */
  readonly aligned: number;
  /** Links of the first layer that the second has too: of the same type between matched spans. */
  readonly same: number;
}

/**
 * Counts links by type, in the order of the types. `twinOf` names the span that stands for one that was left out. A link
 * `same-as` has no direction; of links that say the same only one counts.
 */
export function linkScores(
  layers: { readonly one: readonly Link[]; readonly other: readonly Link[] },
  matches: readonly SpanMatch[],
  twinOf: { readonly one: ReadonlyMap<SpanId, SpanId>; readonly other: ReadonlyMap<SpanId, SpanId> },
): readonly LinkScores[] {
  const forth = new Map(matches.map(({ one, other }) => [one.id, other.id]));
  const back = new Set(matches.map(({ other }) => other.id));
  const mine = endsByKey(layers.one, twinOf.one);
  const theirs = endsByKey(layers.other, twinOf.other);
  const types = [...new Set([...mine.values(), ...theirs.values()].map(({ type }) => type))].toSorted();
  return types.map((type) => {
    const [one, other] = [mine, theirs].map((links) => [...links.values()].filter((link) => link.type === type));
    const alignedHere = one!.filter(({ from, to }) => forth.has(from) && forth.has(to));
    const alignedThere = other!.filter(({ from, to }) => back.has(from) && back.has(to));
    const same = alignedHere.filter(({ from, to }) => theirs.has(keyOf(type, forth.get(from)!, forth.get(to)!)));
    return {
      type,
      links: one!.length + other!.length,
      aligned: alignedHere.length + alignedThere.length,
      same: same.length,
    };
  });
}

/**
 * F1 of links: of all of them, or, so that a missing span is not held against its links too, of those whose ends are
 * matched (labelled attachment between aligned ends, as relation extraction scores it with given entities).
 */
export function linkF1({ links, aligned, same }: Omit<LinkScores, 'type'>, which: 'all' | 'aligned'): Outcome {
  return ratioOutcome(2 * same, which === 'all' ? links : aligned);
}

type Ends = Pick<Link, 'type' | 'from' | 'to'>;

function endsByKey(links: readonly Link[], twinOf: ReadonlyMap<SpanId, SpanId>): ReadonlyMap<string, Ends> {
  return new Map(
    links.map(({ type, from, to }) => {
      const ends = { type, from: twinOf.get(from) ?? from, to: twinOf.get(to) ?? to };
      return [keyOf(type, ends.from, ends.to), ends];
    }),
  );
}

function keyOf(type: LinkTypeId, from: SpanId, to: SpanId): string {
  return JSON.stringify([type, ...(type === SAME_AS ? [from, to].toSorted() : [from, to])]);
}
