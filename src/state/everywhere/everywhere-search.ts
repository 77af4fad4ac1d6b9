import { type Label } from '#core/labels/label-set.ts';
import { type AnnotatorId, type Article, type ArticleId, type Layer, type ProjectId } from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';
import { SAME_AS } from '#core/spans/same-as.ts';
import { aliasesOf } from '#core/suggest/aliases.ts';
import { type Occurrence } from '#core/suggest/occurrences.ts';
import { roomIn } from '#core/suggest/room.ts';
import { type Wanted } from '#core/suggest/wanted.ts';
import { wordsOf } from '#core/suggest/words-of-span.ts';
import { withoutHalfCharacters } from '#core/text/words.ts';
import { loadWholeArticles } from '#storage/articles.ts';
import { loadHeads, loadLayers } from '#storage/layers.ts';
import { type Dependencies } from '#state/dependencies.ts';

/** A mention that can be tagged, with some words around it. */
export interface Mention extends Occurrence {
  /** Different for every mention of the project. */
  readonly key: string;
  readonly articleId: ArticleId;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** The longer name that it is a part of, or empty. */
  readonly longerName: string;
}

/** The mentions in one article, at least one, in the order of the text. */
export interface ArticleMentions {
  readonly article: Pick<Article, 'id' | 'title' | 'language'>;
  readonly mentions: readonly Mention[];
}

/** What a search found, and how many mentions were left out because they overlap a span that the label may not overlap. */
export interface Found {
  readonly articles: readonly ArticleMentions[];
  readonly overlapping: number;
}

/** What is looked for, and where. */
export interface Question {
  readonly projectId: ProjectId;
  readonly annotatorId: AnnotatorId;
  readonly span: Span;
  readonly label: Label;
  /** The article with the span, as it is in memory, which may be ahead of the disk. */
  readonly home: { readonly article: Article; readonly layer: Layer };
  /** In the order in which they are shown. */
  readonly articleIds: readonly ArticleId[];
}

/** So many UTF-16 code units of the text are shown on each side of a mention. */
const CONTEXT = 40;

/** A word, if it is not too long, that the edge of the shown part may have cut. */
const CUT_START = /^\S{0,15}\s+/u;
const CUT_END = /\s+\S{0,15}$/u;

/** So many articles are read and searched at once, so that the page stays at work meanwhile. */
const AT_ONCE = 20;

/**
 * Looks for the span's words in articles and says where this annotator has no span with the label on them yet. Gives
 * undefined where `isStale` says meanwhile that nobody waits for it. Rejects where the disk or the worker fails.
 */
export async function searchEverywhere(
  { database, mentions }: Pick<Dependencies, 'database' | 'mentions'>,
  question: Question,
  isStale: () => boolean,
): Promise<Found | undefined> {
  const { projectId, home, articleIds } = question;
  const layers = await ownLayers(database, question);
  const wanted = await wantedBy(database, question, layers);
  const found: ArticleMentions[] = [];
  let overlapping = 0;
  for (const ids of portions(articleIds)) {
    if (isStale()) return undefined;
    const others = ids.filter((id) => id !== home.article.id);
    const read = new Map((await loadWholeArticles(database, projectId, others)).map((each) => [each.id, each]));
    const articles = ids.flatMap((id) => (id === home.article.id ? home.article : (read.get(id) ?? [])));
    const texts = articles.map(({ text, language }) => ({ text, language }));
    const occurrences = await mentions.find(wanted, texts);
    articles.forEach((article, index) => {
      const roomFor = roomIn(layers.get(article.id)?.spans ?? [], question.label);
      const places = occurrences[index]!.map((each) => ({ each, room: roomFor(each) }));
      overlapping += places.filter(({ room }) => room === 'overlapping').length;
      const free = places.filter(({ room }) => room === 'free').map(({ each }) => mentionOf(article, each));
      const { id, title, language } = article;
      if (free.length > 0) found.push({ article: { id, title, language }, mentions: free });
    });
  }
  return isStale() ? undefined : { articles: found, overlapping };
}

/** The annotator's layers on the articles, as far as they hold spans; the open one as it is in memory. */
async function ownLayers(
  database: Dependencies['database'],
  { projectId, annotatorId, home, articleIds }: Question,
): Promise<ReadonlyMap<ArticleId, Layer>> {
  const layers = new Map<ArticleId, Layer>([[home.article.id, home.layer]]);
  const others = new Set(articleIds.filter((id) => id !== home.article.id));
  if (others.size === 0) return layers;
  const heads = (await loadHeads(database, projectId)).filter(
    (head) => head.annotatorId === annotatorId && head.spanCount > 0 && others.has(head.articleId),
  );
  for (const keys of portions(heads)) {
    for (const { layer } of await loadLayers(database, keys)) layers.set(layer.articleId, layer);
  }
  return layers;
}

/** The words of the span with the other names that same-as links give it in these layers. */
async function wantedBy(
  database: Dependencies['database'],
  { projectId, span, home }: Question,
  layers: ReadonlyMap<ArticleId, Layer>,
): Promise<Wanted> {
  const linked = [...layers.values()].filter(
    ({ articleId, links }) => articleId !== home.article.id && links.some(({ type }) => type === SAME_AS),
  );
  const others = [];
  for (const some of portions(linked)) {
    const ids = some.map(({ articleId }) => articleId);
    for (const { id, text } of await loadWholeArticles(database, projectId, ids)) {
      others.push({ text, layer: layers.get(id)! });
    }
  }
  const { text } = home.article;
  return { words: wordsOf(text, span), aliases: aliasesOf(span, { text, layer: home.layer }, others) };
}

function mentionOf({ id, text }: Article, occurrence: Occurrence): Mention {
  const { from, to, within } = occurrence;
  const around = withoutHalfCharacters(text, {
    from: Math.max(0, from - CONTEXT),
    to: Math.min(text.length, to + CONTEXT),
  });
  return {
    ...occurrence,
    key: `${id} ${from}`,
    articleId: id,
    before: around.from > 0 ? `… ${text.slice(around.from, from).replace(CUT_START, '')}` : text.slice(0, from),
    words: text.slice(from, to),
    after: around.to < text.length ? `${text.slice(to, around.to).replace(CUT_END, '')} …` : text.slice(to),
    longerName: within ? text.slice(within.from, within.to) : '',
  };
}

function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
