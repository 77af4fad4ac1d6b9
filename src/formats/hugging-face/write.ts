import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type CreateWriter, type FilePart } from '#formats/exchange/dataset.ts';
import { jsonLine } from '#formats/exchange/json-lines.ts';
import { datasetCard } from './dataset-card.ts';
import { COLUMNS, rowOf } from './row.ts';

/** JSON Lines for the `datasets` library, one file for each split, and a dataset card. */
export const createHuggingFaceWriter: CreateWriter = (about) => {
  const nameOf = annotatorNames(about);
  const splits = new Set<string>();
  return {
    begin: () => [],
    *article(annotated) {
      const path = `data/${annotated.split ?? 'train'}.jsonl`;
      splits.add(path);
      yield { path, content: jsonLine(rowOf(annotated, nameOf)) };
    },
    *end(): Iterable<FilePart> {
      yield { path: 'README.md', content: datasetCard(about, [...splits].toSorted(), COLUMNS, SPAN_ROWS) };
    },
  };
};

/** What a dataset card says about the rows of rowOf. */
export const SPAN_ROWS =
  'One row per article. `spans` has one row for each part of a span; `start` and `end` count Unicode code points, as Python does, so that `text[start:end]` is the span’s `text`. Parts of an interrupted span share their `id`. `start` and `end` of an attribute are -1 unless its value is a stretch of the text.';
