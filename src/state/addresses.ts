import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';

/** Every screen has a hash address, so that any static host serves it and a link to a span can be sent. */
export const ADDRESSES = {
  library: '#/library',
  search: '#/search',
  annotate: '#/annotate',
  review: '#/review',
  agreement: '#/agreement',
  statistics: '#/statistics',
  correct: '#/correct',
  labels: '#/labels',
  import: '#/import',
  export: '#/export',
  guidelines: '#/guidelines',
  questions: '#/questions',
  feedback: '#/feedback',
  share: '#/share',
  trash: '#/trash',
  history: '#/history',
  settings: '#/settings',
  help: '#/help',
  rescue: '#/rescue',
} as const;

/** The address of an article or of one span in it; `annotator` is named where the span is in a layer of somebody else. */
export function annotateAddress(article: ArticleId, span?: SpanId, annotator?: AnnotatorId): string {
  const parts = [article, span, annotator].filter((part) => part !== undefined);
  return [ADDRESSES.annotate, ...parts.map(encodeURIComponent)].join('/');
}

/** The address of a place in an article's text. No span's address looks like it, since an @ of an id is encoded. */
export function placeAddress(article: ArticleId, { from, to }: TextRange): string {
  return `${annotateAddress(article)}/@${from}-${to}`;
}

/** The address of the search screen with this query. */
export function searchAddress(query: string): string {
  return query === '' ? ADDRESSES.search : `${ADDRESSES.search}/${encodeURIComponent(query)}`;
}

/** The address at which the text of the article is corrected. */
export function correctAddress(article: ArticleId): string {
  return `${ADDRESSES.correct}/${encodeURIComponent(article)}`;
}

/** The address of a section of the help. */
export function helpAddress(section: string): string {
  return `${ADDRESSES.help}/${encodeURIComponent(section)}`;
}

/** The address at which the guideline of a label is written. */
export function guidelineAddress(label: LabelId): string {
  return `${ADDRESSES.guidelines}/${encodeURIComponent(label)}`;
}

/** The address at which an annotator sees what became of the own layer on an article. */
export function feedbackAddress(article: ArticleId): string {
  return `${ADDRESSES.feedback}/${encodeURIComponent(article)}`;
}

/** The address at which the article is reviewed, from the group on that the annotator's span is in where one is named. */
export function reviewAddress(article: ArticleId, span?: SpanId, annotator?: AnnotatorId): string {
  const parts = [article, span, annotator].filter((part) => part !== undefined);
  return [ADDRESSES.review, ...parts.map(encodeURIComponent)].join('/');
}

/** The address of the history of an annotator's layer on an article. */
export function historyAddress(article: ArticleId, annotator: AnnotatorId): string {
  return [ADDRESSES.history, article, annotator]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

/** The address of the export screen with this article chosen, and a format and an annotator where they are named. */
export function exportAddress(article: ArticleId, formatId?: string, annotator?: AnnotatorId): string {
  const parts = [article, formatId, annotator].filter((part) => part !== undefined);
  return [ADDRESSES.export, ...parts.map(encodeURIComponent)].join('/');
}

/** The address at which an annotator's layer becomes a page for reading. */
export function readingPageAddress(article: ArticleId, annotator: AnnotatorId): string {
  return exportAddress(article, 'reading-page', annotator);
}
