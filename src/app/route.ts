import { type SpanRef } from '#core/alignment/group.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';

/** Which screen an address asks for. */
export type Route =
  | { readonly screen: PlainScreen }
  | { readonly screen: 'unknown' }
  | AnnotateRoute
  | { readonly screen: 'search'; readonly query: string }
  | { readonly screen: 'help'; readonly section: string | undefined }
  | { readonly screen: 'correct'; readonly articleId: ArticleId }
  | { readonly screen: 'feedback'; readonly articleId: ArticleId | undefined }
  | ExportRoute
  | ReviewRoute
  | { readonly screen: 'history'; readonly articleId: ArticleId; readonly annotatorId: AnnotatorId }
  | { readonly screen: 'guidelines'; readonly label: LabelId | undefined };

/** An article, and in it a span (of somebody else's layer where the annotator is named) or a place of the text. */
interface AnnotateRoute {
  readonly screen: 'annotate';
  readonly articleId: ArticleId | undefined;
  readonly spanId: SpanId | undefined;
  readonly annotatorId: AnnotatorId | undefined;
  readonly place: TextRange | undefined;
}

/** The article that is chosen at first, and the format and whose layer where the address names them. */
interface ExportRoute {
  readonly screen: 'export';
  readonly articleId: ArticleId | undefined;
  readonly formatId: string | undefined;
  readonly annotatorId: AnnotatorId | undefined;
}

/** The queue, or an article and in it a span of an annotator's layer, in whose group the review begins. */
interface ReviewRoute {
  readonly screen: 'review';
  readonly articleId: ArticleId | undefined;
  readonly span: SpanRef | undefined;
}

/** A screen whose address has no other part. */
export type PlainScreen = (typeof PLAIN)[number];

const PLAIN = [
  'library',
  'import',
  'labels',
  'settings',
  'statistics',
  'agreement',
  'questions',
  'share',
  'trash',
] as const;

/** Reads the part of an address after its `#`, such as `/annotate/ARTICLE/SPAN`; anything else is `unknown`. */
export function routeOf(path: string): Route {
  // What is handed over stands behind the address of the import screen, which reads it by itself.
  if (path.startsWith('/import?')) return { screen: 'import' };
  const parts = path.split('/').slice(1);
  const [screen = '', first, second, ...rest] = parts.map(decoded);
  if (screen === '' && first === undefined) return { screen: 'library' };
  if (screen === 'annotate') return annotateRoute(first, second, rest, placeOf(parts[2]));
  if (screen === 'review') return reviewRoute(first, second, rest);
  if (screen === 'history') return historyRoute(first, second, rest);
  if (screen === 'export') return exportRoute(first, second, rest);
  if (second !== undefined || rest.length > 0) return { screen: 'unknown' };
  const plain = PLAIN.find((known) => known === screen);
  if (plain && first === undefined) return { screen: plain };
  return routeWithPart(screen, first);
}

/** Screens whose address may, or must, name one thing more. */
function routeWithPart(screen: string, first: string | undefined): Route {
  switch (screen) {
    case 'search':
      return { screen, query: first ?? '' };
    case 'guidelines':
      return { screen, label: first as LabelId | undefined };
    case 'help':
      return { screen, section: first };
    case 'feedback':
      return { screen, articleId: first as ArticleId | undefined };
    case 'correct':
      return first === undefined ? { screen: 'unknown' } : { screen, articleId: first as ArticleId };
    default:
      return { screen: 'unknown' };
  }
}

function historyRoute(
  article: string | undefined,
  annotator: string | undefined,
  rest: readonly (string | undefined)[],
): Route {
  if (article === undefined || annotator === undefined || rest.length > 0) return { screen: 'unknown' };
  return { screen: 'history', articleId: article as ArticleId, annotatorId: annotator as AnnotatorId };
}

function exportRoute(
  article: string | undefined,
  formatId: string | undefined,
  [annotator, ...rest]: readonly (string | undefined)[],
): Route {
  if (rest.length > 0) return { screen: 'unknown' };
  return {
    screen: 'export',
    articleId: article as ArticleId | undefined,
    formatId,
    annotatorId: annotator as AnnotatorId | undefined,
  };
}

function reviewRoute(
  article: string | undefined,
  span: string | undefined,
  [annotator, ...rest]: readonly (string | undefined)[],
): Route {
  const isWhole = (span === undefined) === (annotator === undefined);
  if (rest.length > 0 || !isWhole) return { screen: 'unknown' };
  const ref = { spanId: span as SpanId, annotatorId: annotator as AnnotatorId };
  return { screen: 'review', articleId: article as ArticleId | undefined, span: span === undefined ? undefined : ref };
}

function annotateRoute(
  article: string | undefined,
  span: string | undefined,
  [annotator, ...rest]: readonly (string | undefined)[],
  place: TextRange | undefined,
): Route {
  if (rest.length > 0 || (place && annotator !== undefined)) return { screen: 'unknown' };
  return {
    screen: 'annotate',
    articleId: article as ArticleId | undefined,
    spanId: place ? undefined : (span as SpanId | undefined),
    annotatorId: annotator as AnnotatorId | undefined,
    place,
  };
}

/** A place such as `@12-20`. It is read before it is decoded: the @ of a span's id is encoded. */
function placeOf(part: string | undefined): TextRange | undefined {
  const [, from, to] = /^@(\d{1,9})-(\d{1,9})$/.exec(part ?? '') ?? [];
  return from !== undefined && Number(from) <= Number(to) ? { from: Number(from), to: Number(to) } : undefined;
}

/** An address may have been cut or typed by hand: what cannot be decoded stays as it is, and an empty part is none. */
function decoded(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
