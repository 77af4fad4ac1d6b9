import { type LinkTypeId } from '#core/labels/link-type.ts';
import { extentOf, lengthOf, type Span } from '#core/spans/span.ts';
import { addOffsets, emptyOffsets, type OffsetTally } from './boundary-offsets.ts';
import { type ComparedLayer, type Comparison } from './compared.ts';
import { addConfusion, emptyConfusion } from './label-confusion.ts';
import { linkScores, type LinkScores } from './link-scores.ts';
import { matchPair, type SpanMatch } from './match-pair.ts';
import { type Work } from './progress.ts';
import { type SpanScores, spanScores } from './span-scores.ts';

/** Two annotators' layers on one article, matched and counted. */
export interface PairScores {
  /** The pair's place among all pairs. */
  readonly pair: number;
  readonly all: SpanScores;
  /** In the order of the labels; a matched pair with two labels is in neither. */
  readonly labels: readonly SpanScores[];
  readonly links: readonly LinkScores[];
}

/** How an annotator differs from the others, over all pairs and articles: each span counts once for each other annotator. */
export interface Tendency {
  readonly articles: number;
  readonly spans: number;
  /** By label. */
  readonly counts: readonly number[];
  readonly characters: number;
  /** The annotator's spans, each counted for each other annotator who finished the article. */
  readonly compared: number;
  /** Of those, how many the other has nothing for; and how many of the others' the annotator has nothing for. */
  readonly extra: number;
  readonly missing: number;
  /** Matched spans of one label, and how far the annotator starts and ends to the right of the others, added up. */
  readonly matched: number;
  readonly starts: number;
  readonly ends: number;
}

/** All that is counted span by span. */
export interface MeasuredSpans {
  /** By article, then by pair of annotators. */
  readonly articles: readonly (readonly PairScores[])[];
  /** By pair: rows are the labels of the first annotator. */
  readonly confusions: readonly (readonly (readonly number[])[])[];
  readonly offsets: readonly OffsetTally[];
  /** By annotator. */
  readonly tendencies: readonly Tendency[];
  readonly linkTypes: readonly LinkTypeId[];
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Matches the spans of every two annotators on every article. */
export function* measureSpans(comparison: Comparison): Work<MeasuredSpans> {
  const { articles, labels, pairs, annotatorIds } = comparison;
  const placeOfPair = new Map(pairs.map(({ one, other }, place) => [`${one} ${other}`, place]));
  const placeOfLabel = new Map(labels.map((label, place) => [label, place]));
  const confusions = pairs.map(() => emptyConfusion(labels.length));
  const offsets = pairs.map(emptyOffsets);
  const tendencies = annotatorIds.map(() => emptyTendency(labels.length));
  const measured: PairScores[][] = [];
  for (const { layers } of articles) {
    yield { step: 'spans', done: measured.length, of: articles.length };
    for (const { annotator, spans } of layers) addLayer(tendencies[annotator]!, spans, placeOfLabel);
    const scores: PairScores[] = [];
    for (const [index, one] of layers.entries()) {
      for (const other of layers.slice(index + 1)) {
        const pair = placeOfPair.get(`${one.annotator} ${other.annotator}`)!;
        const matches = matchPair(one.spans, other.spans);
        scores.push({ pair, ...scoresOf(one, other, matches, comparison) });
        addConfusion(confusions[pair]!, placeOfLabel, { one: one.spans, other: other.spans }, matches);
        for (const match of matches) if (match.one.label === match.other.label) addOffsets(offsets[pair]!, match);
        addToTendency(tendencies[one.annotator]!, one.spans, other.spans, matches, 1);
        addToTendency(tendencies[other.annotator]!, other.spans, one.spans, matches, -1);
      }
    }
    measured.push(scores);
  }
  const types = new Set(measured.flat().flatMap(({ links }) => links.map(({ type }) => type)));
  return { articles: measured, confusions, offsets, tendencies, linkTypes: [...types].toSorted() };
}

function scoresOf(
  one: ComparedLayer,
  other: ComparedLayer,
  matches: readonly SpanMatch[],
  { labels }: Comparison,
): Omit<PairScores, 'pair'> {
  return {
    all: spanScores(one.spans.length + other.spans.length, matches),
    labels: labels.map((label) => {
      const has = (span: Span): boolean => span.label === label;
      // The matching prefers spans of one label to all else, so it is the best one of the label by itself as well.
      return spanScores(
        one.spans.filter(has).length + other.spans.filter(has).length,
        matches.filter((match) => has(match.one) && has(match.other)),
      );
    }),
    links: linkScores(one, other, matches),
  };
}

function emptyTendency(labels: number): Mutable<Tendency> & { readonly counts: number[] } {
  const counts = Array.from({ length: labels }, () => 0);
  const sums = { articles: 0, spans: 0, characters: 0, compared: 0, extra: 0, missing: 0, matched: 0 };
  return { ...sums, counts, starts: 0, ends: 0 };
}

function addLayer(
  tendency: Mutable<Tendency> & { readonly counts: number[] },
  spans: readonly Span[],
  placeOfLabel: ReadonlyMap<Span['label'], number>,
): void {
  tendency.articles += 1;
  tendency.spans += spans.length;
  for (const span of spans) {
    tendency.characters += lengthOf(span);
    tendency.counts[placeOfLabel.get(span.label)!]! += 1;
  }
}

/** `sign` is 1 where the annotator is the first of each match, −1 where the second. */
function addToTendency(
  tendency: Mutable<Tendency>,
  mine: readonly Span[],
  theirs: readonly Span[],
  matches: readonly SpanMatch[],
  sign: 1 | -1,
): void {
  tendency.compared += mine.length;
  tendency.extra += mine.length - matches.length;
  tendency.missing += theirs.length - matches.length;
  for (const { one, other } of matches) {
    if (one.label !== other.label) continue;
    const [a, b] = [extentOf(one), extentOf(other)];
    tendency.matched += 1;
    tendency.starts += sign * (a.from - b.from);
    tendency.ends += sign * (a.to - b.to);
  }
}
