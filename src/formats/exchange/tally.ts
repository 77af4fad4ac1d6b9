import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatedArticle, type Split, SPLITS } from './dataset.ts';

/** How much of a dataset, or of one part of it, is written. */
export interface TallyRow {
  /** Undefined where the dataset is whole. */
  readonly split: Split | undefined;
  readonly articles: number;
  readonly layers: number;
  readonly spans: number;
  readonly links: number;
  /** Spans by label; labels without spans are not in it. */
  readonly labels: ReadonlyMap<LabelId, number>;
}

/** Counts what goes into a file. */
export interface Tally {
  readonly add: (annotated: AnnotatedArticle) => void;
  /** One row for each part that has an article, in the order of SPLITS. */
  readonly rows: () => readonly TallyRow[];
}

export function createTally(): Tally {
  const parts = new Map<Split | undefined, { -readonly [Key in keyof TallyRow]: TallyRow[Key] }>();
  const labels = new Map<Split | undefined, Map<LabelId, number>>();
  return {
    add: ({ layers, split }) => {
      const counted = labels.get(split) ?? new Map<LabelId, number>();
      labels.set(split, counted);
      const row = parts.get(split) ?? { split, articles: 0, layers: 0, spans: 0, links: 0, labels: counted };
      parts.set(split, row);
      row.articles += 1;
      row.layers += layers.length;
      for (const { spans, links } of layers) {
        row.spans += spans.length;
        row.links += links.length;
        for (const { label } of spans) counted.set(label, (counted.get(label) ?? 0) + 1);
      }
    },
    rows: () => [undefined, ...SPLITS].flatMap((split) => parts.get(split) ?? []),
  };
}
