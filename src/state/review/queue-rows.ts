import { type GroupKind } from '#core/alignment/group.ts';
import { type ArticleId } from '#core/project/project.ts';
import { seededNumber } from '#core/split/seeded-number.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { type ArticleFigures } from '#core/review/article-figures.ts';
import { isBegun } from '#storage/rows.ts';
import { isCompared } from './compared.ts';
import { type QueueData, type QueueFilter } from './queue-state.ts';
import { type ComparedChoice } from './review-state.ts';

/** How far an article is on its way to gold; `waiting` where fewer than one annotator has finished it. */
export type RowState = 'waiting' | 'unread' | 'open' | 'in-review' | 'decided' | 'done';

/** An article of the queue. */
export interface QueueRow {
  readonly id: ArticleId;
  readonly title: string;
  readonly language: string;
  readonly source: string;
  /** How many of those who have begun with it are compared. */
  readonly finished: number;
  readonly begun: number;
  readonly state: RowState;
  readonly figures: ArticleFigures | undefined;
}

/** The articles of the queue that its filter lets through, in its order. */
export function rowsOf(
  articles: readonly LibraryArticle[],
  { figures, order, filter, seed }: QueueData,
  choice: ComparedChoice,
): readonly QueueRow[] {
  const rows = articles
    .map((article) => rowOf(article, figures.get(article.id), choice))
    .filter((row) => row.begun > 0 || row.figures !== undefined)
    .filter((row) => hasPhrase(filter.phrase, row.title, row.source) && isShown(row, filter));
  switch (order) {
    case 'library':
      return rows;
    case 'undecided':
      return sorted(rows, (row) => byFigures(row, (of) => of.open + of.deferred + of.stale + of.unanimous / 1000));
    case 'disagreement':
      return sorted(rows, (row) => byFigures(row, disagreement));
    case 'f1':
      return sorted(rows, (row) => byFigures(row, ({ f1 }) => (f1 === undefined ? -2 : -f1)));
    case 'random':
      return sorted(rows, ({ id }) => seededNumber(seed, id));
  }
}

/** Rows that were made, each with what it was made from: while the queue is counted only few change at a time. */
const made = new WeakMap<LibraryArticle, { readonly row: QueueRow; readonly choice: ComparedChoice }>();

/** The same object as before where nothing has changed, so that it need not be drawn anew. */
function rowOf(article: LibraryArticle, figures: ArticleFigures | undefined, choice: ComparedChoice): QueueRow {
  const before = made.get(article);
  if (before?.choice === choice && before.row.figures === figures) return before.row;
  const { id, title, language, source, progress } = article;
  const begun = progress.filter(isBegun);
  const finished = begun.filter((layer) => isCompared(choice, layer)).length;
  const state = stateOf(finished, figures);
  const row = { id, title, language, source, finished, begun: begun.length, state, figures };
  made.set(article, { row, choice });
  return row;
}

/** What was counted while somebody had finished the article says nothing of it once nobody has: it comes last. */
function byFigures({ finished, figures }: QueueRow, by: (figures: ArticleFigures) => number): number {
  return figures && finished > 0 ? by(figures) : -3;
}

/** The share of groups that are not unanimous; 0 without any. */
function disagreement({ kinds, groups }: ArticleFigures): number {
  return groups === 0 ? 0 : (groups - (kinds.get('unanimous') ?? 0)) / groups;
}

/** Those with the greatest first; those with the same stay in the order of the library. */
function sorted(rows: readonly QueueRow[], by: (row: QueueRow) => number): readonly QueueRow[] {
  return rows.toSorted((a, b) => by(b) - by(a));
}

function stateOf(finished: number, figures: ArticleFigures | undefined): RowState {
  if (finished === 0 && (figures?.decided ?? 0) === 0) return 'waiting';
  if (!figures) return 'unread';
  const left = figures.open + figures.unanimous + figures.deferred + figures.stale;
  if (left === 0) return figures.finishedAt === '' ? 'decided' : 'done';
  return figures.decided > 0 || figures.deferred > 0 || figures.stale > 0 ? 'in-review' : 'open';
}

function isShown({ figures, finished }: QueueRow, { kind, label, annotatorId, isStaleOnly }: QueueFilter): boolean {
  if (kind === '' && label === '' && annotatorId === '' && !isStaleOnly) return true;
  if (!figures || finished === 0) return false;
  const hasKind = kind === '' || (figures.kinds.get(kind) ?? 0) > 0;
  const hasLabel = label === '' || figures.labels.includes(label);
  const hasAnnotator = annotatorId === '' || figures.annotatorIds.includes(annotatorId);
  return hasKind && hasLabel && hasAnnotator && (!isStaleOnly || figures.stale > 0);
}

/** True where one of the texts has the phrase, in any case and however it is spaced. */
function hasPhrase(phrase: string, ...texts: readonly string[]): boolean {
  const wanted = plain(phrase);
  return wanted === '' || texts.some((text) => plain(text).includes(wanted));
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** True where any filter is set. */
export function isNarrowed({ phrase, kind, label, annotatorId, isStaleOnly }: QueueFilter): boolean {
  return phrase.trim() !== '' || kind !== '' || label !== '' || annotatorId !== '' || isStaleOnly;
}

/** True where there is something to compare, or something was decided, here or in a file that came back. */
export function hasReview({ finished, figures }: QueueRow): boolean {
  return finished > 1 || (figures !== undefined && figures.decided + figures.deferred + figures.stale > 0);
}

/** The kinds of an article's groups with their numbers, the weightiest first. */
export function kindsOf({ kinds }: ArticleFigures): readonly (readonly [GroupKind, number])[] {
  return [...kinds].filter(([, number]) => number > 0);
}
