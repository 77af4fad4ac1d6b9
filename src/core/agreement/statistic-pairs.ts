import { type Measure } from './bootstrap.ts';
import { type ComparedArticle, type Comparison } from './compared.ts';
import { meanOutcome, type Outcome } from './figure.ts';
import { figureName } from './statistic-rows.ts';

/** A measure of each pair of annotators, and their mean. The columns say which articles have something. */
export function pairwise(
  name: string,
  about: { readonly label?: number },
  { pairs }: Comparison,
  of: (sums: Float64Array, pair: number) => Outcome,
  counts: Int32Array,
  presentColumn: number,
  presentOfPair: (pair: number) => number,
): readonly Measure[] {
  const mean = {
    name: figureName(name, about),
    articles: counts[presentColumn]!,
    of: (sums: Float64Array) => meanOutcome(pairs.map((_, pair) => of(sums, pair))),
  };
  const each = pairs.map((_, pair) => ({
    name: figureName(name, { ...about, pair }),
    articles: counts[presentOfPair(pair)]!,
    of: (sums: Float64Array) => of(sums, pair),
  }));
  return [mean, ...each];
}

/** An article's pairs of layers, with the place of each pair of annotators among all. */
export function pairsIn(
  { layers }: ComparedArticle,
  { pairs }: Comparison,
): readonly { readonly pair: number; readonly one: number; readonly other: number }[] {
  return layers.flatMap((first, one) =>
    layers.slice(one + 1).map((second, index) => ({
      pair: pairs.findIndex((each) => each.one === first.annotator && each.other === second.annotator),
      one,
      other: one + 1 + index,
    })),
  );
}
