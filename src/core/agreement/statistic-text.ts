import { type Measure, type Statistic } from './bootstrap.ts';
import { binaryKappa } from './cohen-kappa.ts';
import { type Comparison } from './compared.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { krippendorffAlpha, nominal } from './krippendorff-alpha.ts';
import { type ArticleText, type Coverage } from './measure-text.ts';
import { pairsIn, pairwise } from './statistic-pairs.ts';
import { countRows, emptyRow, figureName, type GrowingRow, put } from './statistic-rows.ts';

/** What text is counted in. */
const TEXT_UNITS = ['characters', 'tokens'] as const;
export type TextUnit = (typeof TEXT_UNITS)[number];

/** Columns of Krippendorff's α and of Fleiss' κ, behind those of Cohen's κ of each pair. */
const KAPPA = 4;
const ALPHA = 3;
const FLEISS = 4;

/**
 * Cohen's κ of each pair and its mean (Light 1971, Measures of response agreement for qualitative data), Fleiss' κ and Krippendorff's α of every label, in characters and in
 * tokens. Column 0 counts articles, the next ones those of each pair, then those that everybody finished.
 */
export function textStatistic(comparison: Comparison, texts: readonly ArticleText[]): Statistic {
  const { articles, labels, pairs, annotatorIds } = comparison;
  const completeColumn = 1 + pairs.length;
  const block = pairs.length * KAPPA + ALPHA + FLEISS;
  const blockAt = (unit: number, label: number): number => completeColumn + 1 + (unit * labels.length + label) * block;
  const width = blockAt(TEXT_UNITS.length, 0);
  const rows = articles.map((article, index) => {
    const row = emptyRow(index);
    const isComplete = article.layers.length === annotatorIds.length;
    const pairsHere = pairsIn(article, comparison);
    put(row, 0, [1]);
    for (const { pair } of pairsHere) put(row, 1 + pair, [1]);
    if (isComplete) put(row, completeColumn, [1]);
    for (const [unitIndex, unit] of TEXT_UNITS.entries()) {
      for (const [label, of] of texts[index]!.labels.entries()) {
        putCoverage(row, blockAt(unitIndex, label), of[unit], texts[index]![unit], pairsHere, pairs.length, isComplete);
      }
    }
    return row;
  });
  const counts = countRows(rows, width);
  const measures = TEXT_UNITS.flatMap((unit, unitIndex) =>
    labels.flatMap((_, label): readonly Measure[] => {
      const at = blockAt(unitIndex, label);
      const alphaAt = at + pairs.length * KAPPA;
      const kappa = (sums: Float64Array, pair: number) => {
        const [n, one, other, both] = sums.subarray(at + pair * KAPPA);
        return binaryKappa(n!, one!, other!, both!);
      };
      return [
        ...pairwise(`cohen ${unit}`, { label }, comparison, kappa, counts, 0, (pair) => 1 + pair),
        {
          name: figureName(`alpha ${unit}`, { label }),
          articles: counts[0]!,
          of: (sums) => {
            const [disagreement, without, having] = sums.subarray(alphaAt);
            return krippendorffAlpha({ disagreement: disagreement!, chosen: [without!, having!] }, nominal);
          },
        },
        {
          name: figureName(`fleiss ${unit}`, { label }),
          articles: counts[completeColumn]!,
          of: (sums) => fleissOf(sums.subarray(alphaAt + ALPHA), annotatorIds.length),
        },
      ];
    }),
  );
  return { width, rows, measures };
}

function putCoverage(
  row: GrowingRow,
  at: number,
  { each, both, byDepth }: Coverage,
  n: number,
  pairsHere: ReturnType<typeof pairsIn>,
  pairs: number,
  isComplete: boolean,
): void {
  for (const [index, { pair, one, other }] of pairsHere.entries()) {
    put(row, at + pair * KAPPA, [n, each[one]!, each[other]!, both[index]!]);
  }
  const annotators = each.length;
  let [disagreement, without, having, squares, squaresWithout] = [0, 0, 0, 0, 0];
  for (const [depth, count] of byDepth.entries()) {
    disagreement += (2 * depth * (annotators - depth) * count) / (annotators - 1);
    without += (annotators - depth) * count;
    having += depth * count;
    squares += depth * depth * count;
    squaresWithout += (annotators - depth) ** 2 * count;
  }
  const alphaAt = at + pairs * KAPPA;
  put(row, alphaAt, [disagreement, without, having]);
  if (isComplete) put(row, alphaAt + ALPHA, [n, having, squares, squaresWithout]);
}

function fleissOf(sums: Float64Array, raters: number): ReturnType<Measure['of']> {
  const [items, having, squares, squaresWithout] = sums;
  return fleissKappa({
    items: items!,
    raters,
    ratings: [items! * raters - having!, having!],
    squares: [squaresWithout!, squares!],
  });
}
