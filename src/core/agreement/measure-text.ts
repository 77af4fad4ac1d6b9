import { overlapOf } from '#core/alignment/overlap.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';
import { type ComparedArticle, type Comparison } from './compared.ts';
import { countByDepth, inTokens, unitsIn } from './coverage.ts';
import { earlierDisagreement, type EarlierDisagreement } from './earlier-unitizing.ts';
import { type Work } from './progress.ts';
import { type LabelSetsOfTokens, segmentsOf } from './token-sets.ts';
import { tokensOf } from './tokens.ts';
import { mergeOverlapping, type Unit, unitizingSums, type UnitizingSums } from './unitizing.ts';

/** How much of a text annotators gave one label, counted in characters or in tokens. */
export interface Coverage {
  /** In the order of the article's layers. */
  readonly each: readonly number[];
  /** For each two layers, in the order of the article's pairs: what both marked. */
  readonly both: readonly number[];
  /** How much exactly 0, 1, 2 … annotators marked. */
  readonly byDepth: readonly number[];
}

/** What an article's text says about one label. */
export interface LabelText {
  readonly characters: Coverage;
  readonly tokens: Coverage;
  /** Of all annotators, and of each two in the order of the article's pairs. */
  readonly units: UnitizingSums;
  readonly unitsOfPairs: readonly UnitizingSums[];
  /** What αU compares, of all annotators. */
  readonly earlier: EarlierDisagreement;
}

/** All that is counted in the text of an article; lengths are in UTF-16 code units and in tokens. */
export interface ArticleText {
  readonly characters: number;
  readonly tokens: number;
  /** By label. */
  readonly labels: readonly LabelText[];
  readonly sets: readonly LabelSetsOfTokens[];
  /** The sums with all labels on one continuum; undefined where spans of different labels overlap. */
  readonly coding: UnitizingSums | undefined;
  /** Stretches that were taken up into others of their label, since unitizing knows no overlap. */
  readonly merged: number;
}

/** Counts the text of every article. */
export function* measureText(comparison: Comparison): Work<readonly ArticleText[]> {
  const measured: ArticleText[] = [];
  for (const article of comparison.articles) {
    yield { step: 'text', done: measured.length, of: comparison.articles.length };
    measured.push(textOf(article, comparison.labels));
  }
  return measured;
}

function textOf({ article, layers }: ComparedArticle, labels: readonly LabelId[]): ArticleText {
  const tokens = tokensOf(article.text);
  const length = article.text.length;
  // By label, then by annotator.
  const ranges = labels.map((label) =>
    layers.map(({ spans }) => spans.filter((span) => span.label === label).flatMap((span) => span.ranges)),
  );
  const apart = ranges.map((lists) => lists.map(mergeOverlapping));
  const units = apart.map((lists) => lists.map((list) => list.ranges.map((range) => ({ ...range, value: 1 }))));
  const tokenRanges = ranges.map((lists) => lists.map((list) => inTokens(tokens, list)));
  return {
    characters: length,
    tokens: tokens.length,
    labels: labels.map((_, label) => ({
      characters: coverageOf(ranges[label]!.map(joinRanges), length),
      tokens: coverageOf(tokenRanges[label]!, tokens.length),
      units: unitizingSums(units[label]!, length, 1),
      earlier: earlierDisagreement(units[label]!, length),
      unitsOfPairs: ofPairs(units[label]!, (one, other) => unitizingSums([one, other], length, 1)),
    })),
    sets: segmentsOf(tokenRanges, tokens.length),
    coding: codingSums(units, length),
    merged: apart.flat().reduce((sum, { merged }) => sum + merged, 0),
  };
}

function coverageOf(lists: readonly (readonly TextRange[])[], length: number): Coverage {
  return {
    each: lists.map(unitsIn),
    both: ofPairs(lists, overlapOf),
    byDepth: countByDepth(lists, length),
  };
}

/** What the function gives for each two of the list, the first with all later ones, then the second, and so on. */
function ofPairs<Item, Result>(items: readonly Item[], result: (one: Item, other: Item) => Result): readonly Result[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => result(one, other)));
}

/** All labels on one continuum, which is only possible where no annotator's units of different labels overlap. */
function codingSums(units: readonly (readonly (readonly Unit[])[])[], length: number): UnitizingSums | undefined {
  const annotators = units[0]?.map((_, annotator) =>
    units
      .flatMap((lists, label) => lists[annotator]!.map((unit) => ({ ...unit, value: label + 1 })))
      .toSorted((a, b) => a.from - b.from),
  );
  if (!annotators) return undefined;
  const overlaps = annotators.some((list) => list.some((unit, index) => index > 0 && unit.from < list[index - 1]!.to));
  return overlaps ? undefined : unitizingSums(annotators, length, units.length);
}
