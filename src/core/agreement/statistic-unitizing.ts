import { type Measure, type Statistic } from './bootstrap.ts';
import { type Comparison } from './compared.ts';
import { type Outcome, undefinedOutcome } from './figure.ts';
import { type ArticleText } from './measure-text.ts';
import { countRows, emptyRow, figureName, put } from './statistic-rows.ts';
import { pairsIn } from './statistic-pairs.ts';
import {
  alphaOfDisagreement,
  codingAlpha,
  type Disagreement,
  markingAlpha,
  unitizingAlpha,
  unitizingDisagreement,
  valueAlpha,
} from './unitizing-alpha.ts';
import { type UnitizingSums } from './unitizing.ts';

/** Text that neither of two has, that one has, that both have, and the self-pairs of units. */
const SUMS = 4;

/**
 * uα of every label and its summed form over labels, of all annotators and of each pair. Column 0 counts articles, the
 * next ones those of each pair.
 */
export function unitizingStatistic(comparison: Comparison, texts: readonly ArticleText[]): Statistic {
  const { articles, labels, pairs } = comparison;
  // Of each label first all annotators together, then each pair.
  const at = (label: number, of: number): number => 1 + pairs.length + (label * (pairs.length + 1) + of) * SUMS;
  const width = at(labels.length, 0);
  const rows = articles.map((article, index) => {
    const row = emptyRow(index);
    const pairsHere = pairsIn(article, comparison);
    put(row, 0, [1]);
    for (const { pair } of pairsHere) put(row, 1 + pair, [1]);
    for (const [label, { units, unitsOfPairs }] of texts[index]!.labels.entries()) {
      put(row, at(label, 0), toColumns(units));
      for (const [place, { pair }] of pairsHere.entries())
        put(row, at(label, 1 + pair), toColumns(unitsOfPairs[place]!));
    }
    return row;
  });
  const counts = countRows(rows, width);
  const disagreementAt = (sums: Float64Array, label: number, of: number): Disagreement =>
    unitizingDisagreement(fromColumns(sums, at(label, of)));
  const measures = [undefined, ...pairs.keys()].flatMap((pair): readonly Measure[] => {
    const about = pair === undefined ? {} : { pair };
    const of = pair === undefined ? 0 : 1 + pair;
    const count = counts[of]!;
    return [
      ...labels.map((_, label) => ({
        name: figureName('unitizing', { ...about, label }),
        articles: count,
        of: (sums: Float64Array) => alphaOfDisagreement(disagreementAt(sums, label, of)),
      })),
      {
        name: figureName('unitizing', about),
        articles: count,
        of: (sums) => alphaOfDisagreement(added(labels.map((_, label) => disagreementAt(sums, label, of)))),
      },
    ];
  });
  return { width, rows, measures };
}

/** Names of the figures about all labels on one continuum. */
export const CODING = ['coding unitizing', 'coding marking', 'coding coding'] as const;

/**
 * uα, |uα, cuα and (k)uα with all labels on one continuum, where no annotator's spans of different labels overlap; without
 * values otherwise.
 */
export function codingStatistic({ labels }: Comparison, texts: readonly ArticleText[]): Statistic {
  const values = labels.length + 1;
  const width = values * values + 2 * values + 1;
  const overlaps = texts.some(({ coding }) => !coding);
  const rows = texts.map(({ coding }, index) => {
    const row = emptyRow(index);
    put(row, width - 1, [1]);
    if (coding && !overlaps)
      put(row, 0, [...coding.coincidences.flat(), ...coding.selfPairs, ...coding.pairableSelfPairs]);
    return row;
  });
  const measure = (name: string, of: (sums: UnitizingSums) => Outcome): Measure => ({
    name,
    articles: rows.length,
    of: (sums) => (overlaps ? undefinedOutcome('labels-overlap') : of(matrixFrom(sums, values))),
  });
  const [unitizing, marking, coding] = CODING;
  return {
    width,
    rows,
    measures: [
      measure(unitizing, unitizingAlpha),
      measure(marking, markingAlpha),
      measure(coding, codingAlpha),
      ...labels.map((_, label) =>
        measure(figureName('coding value', { label }), (sums) => valueAlpha(sums, label + 1)),
      ),
    ],
  };
}

/** Gaps need no column of their own for self-pairs: theirs are their lengths. */
function toColumns({ coincidences, selfPairs }: UnitizingSums): readonly number[] {
  return [coincidences[0]![0]!, coincidences[0]![1]!, coincidences[1]![1]!, selfPairs[1]!];
}

function fromColumns(sums: Float64Array, at: number): Pick<UnitizingSums, 'coincidences' | 'selfPairs'> {
  const [none, one, both, self] = sums.subarray(at, at + SUMS);
  return {
    coincidences: [
      [none!, one!],
      [one!, both!],
    ],
    selfPairs: [none! + one!, self!],
  };
}

function matrixFrom(sums: Float64Array, values: number): UnitizingSums {
  const slice = (from: number): readonly number[] => Array.from(sums.subarray(from, from + values));
  return {
    coincidences: Array.from({ length: values }, (_, value) => slice(value * values)),
    selfPairs: slice(values * values),
    pairableSelfPairs: slice(values * values + values),
  };
}

function added(disagreements: readonly Disagreement[]): Disagreement {
  const total = (of: keyof Disagreement): number => disagreements.reduce((sum, each) => sum + each[of], 0);
  return { observed: total('observed'), expected: total('expected'), length: total('length'), marked: total('marked') };
}
