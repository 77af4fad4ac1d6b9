import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';

/** Which screen an address asks for. */
export type Route =
  | { readonly screen: 'library' | 'import' | 'guidelines' | 'settings' | 'statistics' | 'unknown' }
  | AnnotateRoute
  | { readonly screen: 'search'; readonly query: string }
  | { readonly screen: 'correct'; readonly articleId: ArticleId }
  | { readonly screen: 'export'; readonly articleId: ArticleId | undefined };

/** An article, and in it a span (of somebody else's layer where the annotator is named) or a place of the text. */
interface AnnotateRoute {
  readonly screen: 'annotate';
  readonly articleId: ArticleId | undefined;
  readonly spanId: SpanId | undefined;
  readonly annotatorId: AnnotatorId | undefined;
  readonly place: TextRange | undefined;
}

/** Reads the part of an address after its `#`, such as `/annotate/ARTICLE/SPAN`; anything else is `unknown`. */
export function routeOf(path: string): Route {
  const parts = path.split('/').slice(1);
  const [screen = '', first, second, third, ...rest] = parts.map(decoded);
  if (rest.length > 0) return { screen: 'unknown' };
  if (screen === '' && first === undefined) return { screen: 'library' };
  if (screen === 'annotate') {
    const place = placeOf(parts[2]);
    if (place && third !== undefined) return { screen: 'unknown' };
    return {
      screen,
      articleId: first as ArticleId | undefined,
      spanId: place ? undefined : (second as SpanId | undefined),
      annotatorId: third as AnnotatorId | undefined,
      place,
    };
  }
  if (second !== undefined) return { screen: 'unknown' };
  if (screen === 'search') return { screen, query: first ?? '' };
  if (screen === 'correct' && first !== undefined) return { screen, articleId: first as ArticleId };
  if (screen === 'export') return { screen, articleId: first as ArticleId | undefined };
  if (first !== undefined) return { screen: 'unknown' };
  return isPlain(screen) ? { screen } : { screen: 'unknown' };
}

function isPlain(screen: string): screen is 'library' | 'import' | 'guidelines' | 'settings' | 'statistics' {
  return ['library', 'import', 'guidelines', 'settings', 'statistics'].includes(screen);
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
