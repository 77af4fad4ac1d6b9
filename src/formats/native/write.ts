import { type Bundle, type BundledLayer } from '#core/bundle/bundle.ts';
import { type Annotator, type Article, type ArticleId, type Project } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { type Thread } from '#core/review/thread.ts';
import { canonicalArticle, canonicalHead, canonicalLayer, compareArticles, compareLayers } from './canonical.ts';
import { canonicalDecision, canonicalThread, compareDecisions, compareThreads } from './canonical-review.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, OFFSETS_NOTE } from './version.ts';
import { withoutEnd } from './write-json.ts';
import { decisionJson, threadJson } from './write-review.ts';
import { layerJson, articleJson, type MeasuredArticle, measuredArticle } from './write-layer.ts';

/**
 * Writes a bundle part by part, for whoever does not hold all of it. The parts joined are the file: the start, the articles
 * by id, the layers by article then annotator, the decisions by article in the order of its log, the threads by article then
 * id, the end.
 */
export interface BundleWriter {
  readonly start: (project: Project, annotators: readonly Annotator[]) => string;
  readonly article: (article: Article) => string;
  /** Comes before the first member of each of these lists, once for each and in this order, also where a list is empty. */
  readonly turnTo: (list: 'layers' | 'decisions' | 'threads') => string;
  readonly layer: (layer: BundledLayer, article: MeasuredArticle) => string;
  readonly decision: (decision: Decision, article: MeasuredArticle) => string;
  readonly thread: (thread: Thread, article: MeasuredArticle) => string;
  readonly end: () => string;
}

/** A writer for one file. */
export function createBundleWriter(): BundleWriter {
  let members = 0;
  const member = (text: string): string => {
    members += 1;
    return `${members === 1 ? '[' : ','}\n    ${text}`;
  };
  const closed = (): string => (members === 0 ? '[]' : '\n  ]');
  return {
    start: (project, annotators) => {
      const about = { format: BUNDLE_FORMAT, version: BUNDLE_VERSION, offsets: OFFSETS_NOTE };
      return `${withoutEnd({ ...about, ...canonicalHead(project, annotators) }, '')},\n  "articles": `;
    },
    article: (article) => member(articleJson(canonicalArticle(article))),
    turnTo: (name) => {
      const end = closed();
      members = 0;
      return `${end},\n  "${name}": `;
    },
    layer: (layer, article) => member(layerJson(canonicalLayer(layer), article)),
    decision: (decision, article) => member(decisionJson(canonicalDecision(decision), article)),
    thread: (thread, article) => member(threadJson(canonicalThread(thread), article)),
    end: () => `${closed()}\n}\n`,
  };
}

/**
 * The bundle as JSON text (2-space indentation, final newline, no byte order mark): lossless, and the same bytes for the
 * same project whatever its order in memory, but for that of an article's log. Throws a RangeError where the article of a
 * layer, decision or thread is not in the bundle.
 */
export function writeBundle(bundle: Bundle): string {
  return [...bundleChunks(bundle)].join('');
}

/** What writeBundle gives, in parts to be joined, so that a large project need not be one string. */
export function* bundleChunks(bundle: Bundle): Generator<string> {
  const articles = bundle.articles.toSorted(compareArticles);
  const writer = createBundleWriter();
  yield writer.start(bundle.project, bundle.annotators);
  for (const article of articles) yield writer.article(article);
  const measure = measuredInTurn(articles);
  yield writer.turnTo('layers');
  for (const layer of bundle.layers.toSorted(compareLayers)) yield writer.layer(layer, measure(layer.articleId));
  yield writer.turnTo('decisions');
  for (const decision of bundle.decisions.toSorted(compareDecisions)) {
    yield writer.decision(decision, measure(decision.articleId));
  }
  yield writer.turnTo('threads');
  for (const thread of bundle.threads.toSorted(compareThreads)) yield writer.thread(thread, measure(thread.articleId));
  yield writer.end();
}

/** Measures an article when it is asked for; members come by article, so that each list measures an article once. */
function measuredInTurn(articles: readonly Article[]): (id: ArticleId) => MeasuredArticle {
  const byId = new Map(articles.map((article) => [article.id, article]));
  let last: { readonly id: ArticleId; readonly of: MeasuredArticle } | undefined;
  return (id) => {
    const article = byId.get(id);
    if (!article) throw new RangeError(`something is on article ${id}, which the bundle lacks`);
    if (last?.id !== id) last = { id, of: measuredArticle(article) };
    return last.of;
  };
}
