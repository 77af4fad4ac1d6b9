import { findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { isReviewDone } from '#core/review/fold-gold.ts';
import { GOLD, goldLayer } from '#core/review/gold-layer.ts';
import { type Bundle } from './bundle.ts';

/** An article's review as far as gold depends on it. */
export interface ReviewedArticle {
  readonly articleId: ArticleId;
  /** In the order of the log. */
  readonly decisions: readonly Decision[];
  readonly layers: readonly Layer[];
  /** True where a reviewer has called it finished and nobody has decided about it since. */
  readonly isFinished: boolean;
  /** Whose layers that reviewer compared; undefined for everybody’s. */
  readonly compared?: ReadonlySet<AnnotatorId> | undefined;
}

/**
 * Gold of an article as a file has it: `done` where its review is done (see isReviewDone), else `in-progress` where that is wanted and something
 * is decided; undefined where the article has no place in gold. Never holds what nobody has decided; what is of a label or
 * link type that the label set no longer has is left out.
 */
export function writtenGold(
  { articleId, decisions, layers, isFinished, compared }: ReviewedArticle,
  includesPartly: boolean,
  labelSet: LabelSet,
): Layer | undefined {
  const finished = layers.filter(
    ({ status, annotatorId }) => status === 'done' && (compared?.has(annotatorId) ?? true),
  );
  const isDone = isReviewDone(decisions, finished, isFinished);
  const { layer } = goldLayer(articleId, decisions);
  if (!isDone && (!includesPartly || layer.status === 'not-started')) return undefined;
  const spans = layer.spans.filter(({ label }) => findLabel(labelSet, label));
  const ids = new Set(spans.map(({ id }) => id));
  const links = layer.links.filter(
    ({ type, from, to }) => findLinkType(labelSet, type) && ids.has(from) && ids.has(to),
  );
  return { ...layer, spans, links, status: isDone ? 'done' : 'in-progress' };
}

/** The bundle with gold in the place of everybody's layers, and without articles that have none. */
export function goldBundle(bundle: Bundle, includesPartly: boolean): Bundle {
  const layersOn = byArticle(bundle.layers);
  const decisionsOn = byArticle(bundle.decisions);
  const layers = bundle.articles.flatMap(({ id }): readonly Layer[] => {
    const reviewed = {
      articleId: id,
      decisions: decisionsOn.get(id) ?? [],
      layers: layersOn.get(id) ?? [],
      isFinished: false,
    };
    const gold = writtenGold(reviewed, includesPartly, bundle.project.labelSet);
    return gold ? [gold] : [];
  });
  const withGold = new Set(layers.map(({ articleId }) => articleId));
  return {
    project: bundle.project,
    annotators: [GOLD],
    articles: bundle.articles.filter(({ id }) => withGold.has(id)),
    layers,
    decisions: [],
    threads: [],
  };
}

/** Gold that annotators can be compared with: of articles about which a reviewer has decided. Where all found nothing, nobody had to. */
export function decidedGold(bundle: Bundle): readonly Layer[] {
  const decided = new Set(bundle.decisions.map(({ articleId }) => articleId));
  return goldBundle(bundle, false).layers.filter(({ articleId }) => decided.has(articleId));
}

function byArticle<Item extends { readonly articleId: ArticleId }>(
  items: readonly Item[],
): ReadonlyMap<ArticleId, readonly Item[]> {
  const found = new Map<ArticleId, Item[]>();
  for (const item of items) {
    const known = found.get(item.articleId);
    if (known) known.push(item);
    else found.set(item.articleId, [item]);
  }
  return found;
}
