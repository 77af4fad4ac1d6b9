import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type AnnotatorId, type Article, type ArticleId, type Layer, type LayerStatus } from '#core/project/project.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { beforeReview, type DecidedAt } from './before-review.ts';
import { withoutTwins } from './twins.ts';

/** What agreement is asked about. Layers on articles that are not listed, and by annotators not chosen, count for nothing. */
export interface AgreementInput {
  readonly articles: readonly Article[];
  readonly layers: readonly Layer[];
  readonly labelSet: LabelSet;
  /** What reviewers decided, by which layers are told that were changed since; nothing where left out. */
  readonly decisions?: readonly DecidedAt[];
  /** What review made of articles whose review is done, a layer each; nothing where left out. */
  readonly gold?: readonly Layer[];
}

/**
 * Whose layers are compared: undefined means everybody's. Layers that are not done, and those that their annotators changed
 * after a reviewer first decided about the article, are left out unless they are asked for.
 */
export interface ComparisonChoice {
  readonly annotatorIds: readonly AnnotatorId[] | undefined;
  readonly includesInProgress: boolean;
  readonly includesChangedSince: boolean;
}

/** A layer that takes part; a span that says the same as another one of it is taken out and stands in `twinOf`. */
export interface ComparedLayer {
  readonly annotatorId: AnnotatorId;
  /** The annotator's place among all who are compared. */
  readonly annotator: number;
  readonly layer: Layer;
  readonly spans: readonly Span[];
  readonly twinOf: ReadonlyMap<SpanId, SpanId>;
}

/** An article that at least two annotators have finished; only their layers are here, in the order of their ids. */
export interface ComparedArticle {
  readonly article: Article;
  readonly layers: readonly ComparedLayer[];
}

/** Two annotators with at least one compared article in common, by their places, `one` before `other`. */
export interface AnnotatorPair {
  readonly one: number;
  readonly other: number;
  readonly articles: number;
}

/** Why an article is not compared: nobody or one annotator has finished it, or a correction of it takes its place. */
export interface LeftOutArticle {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly why: 'none-finished' | 'one-finished' | 'corrected';
}

/** A layer that is left out since its annotator may have changed it after seeing what a reviewer thinks. */
export interface ChangedSince {
  readonly articleId: ArticleId;
  readonly annotatorId: AnnotatorId;
}

/** How far an annotator is with the articles; those never opened are not started. */
export interface AnnotatorProgress {
  readonly annotatorId: AnnotatorId;
  readonly compared: number;
  readonly done: number;
  readonly inProgress: number;
  readonly notStarted: number;
}

/** All that is compared. Nothing in it depends on the order in which articles, layers or spans were given. */
export interface Comparison {
  /** By article id. */
  readonly articles: readonly ComparedArticle[];
  /** All who have a layer on a compared article, by id. */
  readonly annotatorIds: readonly AnnotatorId[];
  readonly pairs: readonly AnnotatorPair[];
  /** Those of the label set in its order, then others that spans have. */
  readonly labels: readonly LabelId[];
  readonly leftOut: readonly LeftOutArticle[];
  readonly changedSince: readonly ChangedSince[];
  readonly progress: readonly AnnotatorProgress[];
  /** Spans that say the same as another one of their layer. */
  readonly twins: number;
}

/**
 * Finds what can be compared. A layer that nobody was assigned, or that is not finished, is missing data and not a layer
 * without spans; a finished layer without spans says that there is nothing to mark. An article that was corrected
 * is compared in its corrected text only.
 */
export function comparisonOf(input: AgreementInput, choice: ComparisonChoice): Comparison {
  const { articles, layers, labelSet } = input;
  const chosen = choice.annotatorIds && new Set(choice.annotatorIds);
  const ours = layers.filter(({ annotatorId }) => !chosen || chosen.has(annotatorId));
  const finished = ours.filter(({ status }) => isCounted(status, choice));
  const { kept: counted, changedSince } = beforeReview(
    finished,
    choice.includesChangedSince ? [] : (input.decisions ?? []),
  );
  const layersOf = new Map<ArticleId, Layer[]>();
  for (const layer of counted) {
    const known = layersOf.get(layer.articleId);
    if (known) known.push(layer);
    else layersOf.set(layer.articleId, [layer]);
  }
  const corrected = new Set<string>(articles.map(({ correctionOf }) => correctionOf));
  const leftOut: LeftOutArticle[] = [];
  const kept: { readonly article: Article; readonly layers: readonly Layer[] }[] = [];
  for (const article of articles.toSorted((a, b) => compareText(a.id, b.id))) {
    const here = layersOf.get(article.id) ?? [];
    const why = corrected.has(article.id) ? 'corrected' : here.length === 0 ? 'none-finished' : 'one-finished';
    if (why === 'corrected' || here.length < 2) leftOut.push({ articleId: article.id, title: article.title, why });
    else kept.push({ article, layers: here.toSorted((a, b) => compareText(a.annotatorId, b.annotatorId)) });
  }
  const annotatorIds = [...new Set(kept.flatMap(({ layers: here }) => here.map(({ annotatorId }) => annotatorId)))];
  annotatorIds.sort(compareText);
  const placeOf = new Map(annotatorIds.map((id, place) => [id, place]));
  const compared = kept.map(({ article, layers: here }) => ({
    article,
    layers: here.map((layer) => comparedLayer(layer, placeOf.get(layer.annotatorId)!)),
  }));
  return {
    articles: compared,
    annotatorIds,
    pairs: pairsOf(compared),
    labels: labelsOf(labelSet, compared),
    leftOut,
    changedSince: changedSince
      .map(({ articleId, annotatorId }) => ({ articleId, annotatorId }))
      .toSorted((a, b) => compareText(a.articleId, b.articleId) || compareText(a.annotatorId, b.annotatorId)),
    progress: progressOf(ours, articles, corrected, compared),
    twins: compared.reduce((sum, one) => sum + one.layers.reduce((all, { twinOf }) => all + twinOf.size, 0), 0),
  };
}

function isCounted(status: LayerStatus, { includesInProgress }: ComparisonChoice): boolean {
  return status === 'done' || (includesInProgress && status === 'in-progress');
}

function comparedLayer(layer: Layer, annotator: number): ComparedLayer {
  const { kept, twinOf } = withoutTwins(layer.spans.toSorted(compareSpans));
  return { annotatorId: layer.annotatorId, annotator, layer, spans: kept, twinOf };
}

function pairsOf(articles: readonly ComparedArticle[]): readonly AnnotatorPair[] {
  const pairs = new Map<string, AnnotatorPair>();
  for (const { layers } of articles) {
    for (const [index, { annotator: one }] of layers.entries()) {
      for (const { annotator: other } of layers.slice(index + 1)) {
        const key = `${one} ${other}`;
        pairs.set(key, { one, other, articles: (pairs.get(key)?.articles ?? 0) + 1 });
      }
    }
  }
  return [...pairs.values()].toSorted((a, b) => a.one - b.one || a.other - b.other);
}

function labelsOf({ labels }: LabelSet, articles: readonly ComparedArticle[]): readonly LabelId[] {
  const known = new Set(labels.map(({ id }) => id));
  const others = new Set<LabelId>();
  for (const { layers } of articles) {
    for (const { spans } of layers) for (const { label } of spans) if (!known.has(label)) others.add(label);
  }
  return [...known, ...[...others].toSorted(compareText)];
}

function progressOf(
  layers: readonly Layer[],
  articles: readonly Article[],
  corrected: ReadonlySet<string>,
  compared: readonly ComparedArticle[],
): readonly AnnotatorProgress[] {
  const current = new Set(articles.filter(({ id }) => !corrected.has(id)).map(({ id }) => id));
  const ids = [...new Set(layers.map(({ annotatorId }) => annotatorId))].toSorted(compareText);
  return ids.map((annotatorId) => {
    const own = layers.filter((layer) => layer.annotatorId === annotatorId && current.has(layer.articleId));
    const count = (status: LayerStatus): number => own.filter((layer) => layer.status === status).length;
    const [done, inProgress] = [count('done'), count('in-progress')];
    return {
      annotatorId,
      compared: compared.filter(({ layers: here }) => here.some((one) => one.annotatorId === annotatorId)).length,
      done,
      inProgress,
      notStarted: current.size - done - inProgress,
    };
  });
}
