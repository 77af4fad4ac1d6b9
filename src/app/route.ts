import { type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';

/** Which screen an address asks for. */
export type Route =
  | { readonly screen: 'library' | 'labels' | 'import' | 'settings' | 'unknown' }
  | { readonly screen: 'annotate'; readonly articleId: ArticleId | undefined; readonly spanId: SpanId | undefined }
  | { readonly screen: 'export'; readonly articleId: ArticleId | undefined };

/** Reads the part of an address after its `#`, such as `/annotate/ARTICLE/SPAN`; anything else is `unknown`. */
export function routeOf(path: string): Route {
  const [screen = '', first, second, ...rest] = path.split('/').slice(1).map(decoded);
  if (rest.length > 0) return { screen: 'unknown' };
  if (screen === '' && first === undefined) return { screen: 'library' };
  if (screen === 'annotate') {
    return { screen, articleId: first as ArticleId | undefined, spanId: second as SpanId | undefined };
  }
  if (second !== undefined) return { screen: 'unknown' };
  if (screen === 'export') return { screen, articleId: first as ArticleId | undefined };
  if (first !== undefined) return { screen: 'unknown' };
  const isPlain = screen === 'library' || screen === 'labels' || screen === 'import' || screen === 'settings';
  return isPlain ? { screen } : { screen: 'unknown' };
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
