import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Link } from '#core/spans/link.ts';
import { SAME_AS } from '#core/spans/same-as.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type ComparedLayer } from './compared.ts';
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

type Linked = Pick<ComparedLayer, 'layer' | 'twinOf'>;

/**
 * Counts links of two layers by type, in the order of the types. A link `same-as` has no direction; of links that say the same
 * only one counts.
 */
export function linkScores(one: Linked, other: Linked, matches: readonly SpanMatch[]): readonly LinkScores[] {
  const links = linksOfBoth(one, other, matches);
  const types = [...new Set(links.map(({ type }) => type))].toSorted();
  return types.map((type) => {
    const those = links.filter((link) => link.type === type);
    return {
      type,
      links: those.length,
      aligned: those.filter(({ isAligned }) => isAligned).length,
      same: those.filter(({ side, isShared }) => side === 'one' && isShared).length,
    };
  });
}

/** A link of one of two annotators; `isAligned` where both of its ends are matched with spans of the other. */
interface JudgedLink {
  readonly side: 'one' | 'other';
  readonly type: LinkTypeId;
  readonly from: SpanId;
  readonly to: SpanId;
  readonly isAligned: boolean;
  /** The other has it too: of the same type between the matched spans. */
  readonly isShared: boolean;
}

/** The links behind `linkScores` that only one has: of all links `links − 2 · same`, of the aligned ones `aligned − 2 · same`. */
export function unsharedLinks(one: Linked, other: Linked, matches: readonly SpanMatch[]): readonly JudgedLink[] {
  return linksOfBoth(one, other, matches).filter(({ isShared }) => !isShared);
}

/** The links of both layers, those that say the same once in each. */
function linksOfBoth(one: Linked, other: Linked, matches: readonly SpanMatch[]): readonly JudgedLink[] {
  const forth = new Map(matches.map((match) => [match.one.id, match.other.id]));
  const back = new Map(matches.map((match) => [match.other.id, match.one.id]));
  const [mine, theirs] = [endsByKey(one), endsByKey(other)];
  const judged = (
    side: JudgedLink['side'],
    links: ReadonlyMap<string, Ends>,
    there: ReadonlyMap<string, Ends>,
    across: ReadonlyMap<SpanId, SpanId>,
  ): readonly JudgedLink[] =>
    [...links.values()].map(({ type, from, to }) => {
      const [start, end] = [across.get(from), across.get(to)];
      const isAligned = start !== undefined && end !== undefined;
      return { side, type, from, to, isAligned, isShared: isAligned && there.has(keyOf(type, start, end)) };
    });
  return [...judged('one', mine, theirs, forth), ...judged('other', theirs, mine, back)];
}

/**
 * F1 of links: of all of them, or, so that a missing span is not held against its links too, of those whose ends are
 * matched (labelled attachment between aligned ends, as relation extraction scores it with given entities).
 */
export function linkF1({ links, aligned, same }: Omit<LinkScores, 'type'>, which: 'all' | 'aligned'): Outcome {
  return ratioOutcome(2 * same, which === 'all' ? links : aligned);
}

type Ends = Pick<Link, 'type' | 'from' | 'to'>;

/** Ends at a span that was left out are at the one that stands for it. */
function endsByKey({ layer, twinOf }: Linked): ReadonlyMap<string, Ends> {
  return new Map(
    layer.links.map(({ type, from, to }) => {
      const ends = { type, from: twinOf.get(from) ?? from, to: twinOf.get(to) ?? to };
      return [keyOf(type, ends.from, ends.to), ends];
    }),
  );
}

function keyOf(type: LinkTypeId, from: SpanId, to: SpanId): string {
  return JSON.stringify([type, ...(type === SAME_AS ? [from, to].toSorted() : [from, to])]);
}
