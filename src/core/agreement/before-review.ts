import { type ArticleId, type Layer } from '#core/project/project.ts';
import { compareTimes } from '#core/text/compare-times.ts';

/** When a reviewer decided something about an article. */
export interface DecidedAt {
  readonly articleId: ArticleId;
  readonly at: string;
}

/** Layers as their annotators left them without having seen what a reviewer thinks, and those that may not be. */
export interface BeforeReview {
  readonly kept: readonly Layer[];
  /** Changed after the first decision about their article: what they say may not be independent any more. */
  readonly changedSince: readonly Layer[];
}

/** Tells the layers apart by the ISO times of their last change and of the first decision about their article. */
export function beforeReview(layers: readonly Layer[], decisions: readonly DecidedAt[]): BeforeReview {
  const first = new Map<ArticleId, string>();
  for (const { articleId, at } of decisions) {
    const known = first.get(articleId);
    if (known === undefined || compareTimes(at, known) < 0) first.set(articleId, at);
  }
  const isChanged = ({ articleId, changedAt }: Layer): boolean => {
    const decided = first.get(articleId);
    return decided !== undefined && compareTimes(changedAt, decided) > 0;
  };
  return { kept: layers.filter((layer) => !isChanged(layer)), changedSince: layers.filter(isChanged) };
}
