import { alignLayers } from '../../src/core/alignment/align-layers.ts';
import { newsLike } from '../../src/core/alignment/news-like.arbitrary.ts';

/** How long the alignment of one made-up article took by the clock, and how many of its groups are not known to be the best. */
export interface Aligned {
  readonly article: number;
  readonly time: number;
  readonly approximate: number;
}

/** What the made-up articles are like. */
export interface Size {
  readonly articles: number;
  readonly annotators: number;
  /** Of each annotator. */
  readonly spans: number;
  /** Of the text, for each span. */
  readonly characters: number;
}

/** Aligns the layers of articles 1, 2, 3 and so on, each once. */
export function timeAlignment(
  { articles, annotators, spans, characters }: Size,
  clock: () => number,
): readonly Aligned[] {
  return Array.from({ length: articles }, (_, index) => {
    const layers = newsLike(annotators, spans, index + 1, characters);
    const started = clock();
    const groups = alignLayers(layers);
    const time = clock() - started;
    return { article: index + 1, time, approximate: groups.filter(({ isApproximate }) => isApproximate).length };
  });
}
