import { type Measure, type Statistic } from './bootstrap.ts';
import { type Comparison } from './compared.ts';
import { earlierAlpha, type EarlierDisagreement } from './earlier-unitizing.ts';
import { type ArticleText } from './measure-text.ts';
import { emptyRow, figureName, put } from './statistic-rows.ts';

/** D_o, D_e and units of a label. */
const SUMS = 3;

/**
 * αU of every label and over all labels. Over articles, D_o and D_e are added, each by the length of its article, so that
 * one weighs as much as it has text.
 */
export function earlierStatistic({ labels }: Comparison, texts: readonly ArticleText[]): Statistic {
  const rows = texts.map(({ labels: of, characters }, article) => {
    const row = emptyRow(article);
    for (const [label, { earlier }] of of.entries()) {
      const { observed, expected, units } = earlier;
      put(row, label * SUMS, [observed * characters, expected * characters, units]);
    }
    return row;
  });
  const all = Array.from(labels, (_, label) => label);
  const measure = (name: string, of: readonly number[]): Measure => ({
    name,
    articles: texts.length,
    of: (sums) => earlierAlpha(added(sums, of)),
  });
  return {
    width: labels.length * SUMS,
    rows,
    measures: [
      measure(figureName('earlier'), all),
      ...all.map((label) => measure(figureName('earlier', { label }), [label])),
    ],
  };
}

function added(sums: Float64Array, labels: readonly number[]): EarlierDisagreement {
  let [observed, expected, units] = [0, 0, 0];
  for (const label of labels) {
    observed += sums[label * SUMS]!;
    expected += sums[label * SUMS + 1]!;
    units += sums[label * SUMS + 2]!;
  }
  return { observed, expected, units };
}
