import { type SpanRef } from '#core/alignment/group.ts';
import { type Annotator, type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { type Bundle } from './bundle.ts';
import { blindedFor } from './blinded-bundle.ts';

/** What an annotator sends to be reviewed: the own finished layers with their articles, and the threads on those. */
export function bundleToReview(bundle: Bundle, annotatorId: AnnotatorId): Bundle {
  const layers = bundle.layers.filter((layer) => layer.annotatorId === annotatorId && layer.status === 'done');
  const part = partOn(bundle, new Set(layers.map(({ articleId }) => articleId)), layers);
  return withPeople({ ...part, decisions: [] });
}

/** What becomes of a returned file. */
export interface ReturnChoice {
  readonly annotatorId: AnnotatorId;
  /** Only these articles go in, as far as the annotator has finished them. */
  readonly articleIds: ReadonlySet<ArticleId>;
  /** True where the other annotators get letters for names; reviewers keep theirs. */
  readonly isBlind: boolean;
}

/** What a reviewer gives back to one annotator: the annotator's layers, with the decisions and threads on their articles. */
export function bundleToReturn(bundle: Bundle, { annotatorId, articleIds, isBlind }: ReturnChoice): Bundle {
  const layers = bundle.layers.filter((layer) => {
    return layer.annotatorId === annotatorId && layer.status === 'done' && articleIds.has(layer.articleId);
  });
  const part = partOn(bundle, new Set(layers.map(({ articleId }) => articleId)), layers);
  const whole = isBlind ? blindedFor(part, annotatorId) : part;
  return withPeople(whole);
}

/** What an annotator is given to begin with: these articles and nothing that anybody has put on them. */
export function bundleToAnnotate(bundle: Bundle, annotator: Annotator, articleIds: ReadonlySet<ArticleId>): Bundle {
  return { ...partOn(bundle, articleIds, []), decisions: [], threads: [], annotators: [annotator] };
}

/** Whom a file was made for: the only annotator in it, where there are articles and no layer. Undefined for any other file. */
export function annotatorToBe({
  annotators,
  articles,
  layers,
}: Pick<Bundle, 'annotators' | 'articles' | 'layers'>): Annotator | undefined {
  return annotators.length === 1 && articles.length > 0 && layers.length === 0 ? annotators[0] : undefined;
}

function partOn(bundle: Bundle, articleIds: ReadonlySet<ArticleId>, layers: readonly Layer[]): Bundle {
  return {
    ...bundle,
    articles: bundle.articles.filter(({ id }) => articleIds.has(id)),
    layers,
    decisions: bundle.decisions.filter(({ articleId }) => articleIds.has(articleId)),
    threads: bundle.threads.filter(({ articleId }) => articleIds.has(articleId)),
  };
}

/** The bundle without annotators who are not named in it. */
function withPeople(bundle: Bundle): Bundle {
  const named = new Set<AnnotatorId>(bundle.layers.map(({ annotatorId }) => annotatorId));
  const add = (refs: readonly SpanRef[]): void => {
    for (const { annotatorId } of refs) named.add(annotatorId);
  };
  for (const { by, covers, inputs, spans } of bundle.decisions) {
    named.add(by);
    add(covers);
    for (const { annotatorId } of inputs) named.add(annotatorId);
    for (const { from, links } of spans) {
      add(from);
      add(links.map(({ to }) => to));
    }
  }
  for (const { spans, messages } of bundle.threads) {
    add(spans);
    for (const { by } of messages) named.add(by);
  }
  return { ...bundle, annotators: bundle.annotators.filter(({ id }) => named.has(id)) };
}
