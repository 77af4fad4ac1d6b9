import { type Measure, type Statistic } from './bootstrap.ts';
import { type Comparison } from './compared.ts';
import { linkF1 } from './link-scores.ts';
import { type MeasuredSpans } from './measure-spans.ts';
import { SCHEMES, SCORE_COLUMNS, spanF1, type SpanScores } from './span-scores.ts';
import { pairwise } from './statistic-pairs.ts';
import { countRows, emptyRow, put } from './statistic-rows.ts';

const SCORES = SCORE_COLUMNS.length;
const LINKS = 3;

/** The name of a link figure: of all types, or of the type with this place. */
export function linkFigure(which: 'all' | 'aligned', type?: number): string {
  return `links ${which} type:${type ?? 'all'}`;
}

/**
 * Span F1 by every scheme, of each pair and its mean over pairs (Hripcsak & Rothschild 2005, Agreement, the F-measure, and reliability in information retrieval), of all labels together and of each; and F1 of links. A block of
 * columns for each label (all together first) and pair, then for each link type (all first) and pair, then one column
 * for each label and type that says in which articles it is.
 */
export function spanStatistic(comparison: Comparison, { articles, linkTypes }: MeasuredSpans): Statistic {
  const pairs = comparison.pairs.length;
  const labelBlocks = comparison.labels.length + 1;
  const linkBlocks = linkTypes.length + 1;
  const placeOfType = new Map(linkTypes.map((type, place) => [type, place]));
  const scoresAt = (block: number, pair: number): number => (block * pairs + pair) * SCORES;
  const linksFrom = labelBlocks * pairs * SCORES;
  const linksAt = (block: number, pair: number): number => linksFrom + (block * pairs + pair) * LINKS;
  const presentFrom = linksFrom + linkBlocks * pairs * LINKS;
  const width = presentFrom + labelBlocks + linkBlocks;

  const rows = articles.map((scores, article) => {
    const row = emptyRow(article);
    const present = new Set<number>();
    for (const { pair, all, labels, links } of scores) {
      for (const [block, of] of [all, ...labels].entries()) {
        put(row, scoresAt(block, pair), toColumns(of));
        if (of.spans > 0) present.add(block);
      }
      for (const { type, links: count, aligned, same } of links) {
        for (const block of [0, 1 + placeOfType.get(type)!]) {
          put(row, linksAt(block, pair), [count, aligned, same]);
          if (count > 0) present.add(labelBlocks + block);
        }
      }
    }
    for (const block of present) put(row, presentFrom + block, [1]);
    return row;
  });

  const counts = countRows(rows, width);
  const measures: Measure[] = [];
  for (let block = 0; block < labelBlocks; block += 1) {
    const about = block === 0 ? {} : { label: block - 1 };
    for (const scheme of SCHEMES) {
      const of = (sums: Float64Array, pair: number) => spanF1(fromColumns(sums, scoresAt(block, pair)), scheme);
      measures.push(
        ...pairwise(scheme, about, comparison, of, counts, presentFrom + block, (pair) => scoresAt(block, pair)),
      );
    }
  }
  for (let block = 0; block < linkBlocks; block += 1) {
    for (const which of ['all', 'aligned'] as const) {
      const of = (sums: Float64Array, pair: number) => {
        const [links, aligned, same] = sums.subarray(linksAt(block, pair));
        return linkF1({ links: links!, aligned: aligned!, same: same! }, which);
      };
      const name = linkFigure(which, block === 0 ? undefined : block - 1);
      measures.push(
        ...pairwise(name, {}, comparison, of, counts, presentFrom + labelBlocks + block, (pair) =>
          linksAt(block, pair),
        ),
      );
    }
  }
  return { width, rows, measures };
}

function toColumns(scores: SpanScores): readonly number[] {
  return SCORE_COLUMNS.map((column) => scores[column]);
}

function fromColumns(sums: Float64Array, at: number): SpanScores {
  const [spans, matched, sameRanges, sameLabel, same, shared] = sums.subarray(at, at + SCORES);
  return {
    spans: spans!,
    matched: matched!,
    sameRanges: sameRanges!,
    sameLabel: sameLabel!,
    same: same!,
    shared: shared!,
  };
}
