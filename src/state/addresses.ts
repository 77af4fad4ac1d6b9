import { type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';

/** Every screen has a hash address, so that any static host serves it and a link to a span can be sent. */
export const ADDRESSES = {
  library: '#/library',
  annotate: '#/annotate',
  labels: '#/labels',
  import: '#/import',
  export: '#/export',
  settings: '#/settings',
} as const;

/** The address of an article or of one span in it. */
export function annotateAddress(article: ArticleId, span?: SpanId): string {
  const parts = span === undefined ? [article] : [article, span];
  return [ADDRESSES.annotate, ...parts.map(encodeURIComponent)].join('/');
}

/** The address of the export screen with this article chosen. */
export function exportAddress(article: ArticleId): string {
  return `${ADDRESSES.export}/${encodeURIComponent(article)}`;
}
