import { type Label } from '#core/labels/label-set.ts';
import { type ArticleId, type Layer } from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { spansAt } from '#core/spans/spans-at.ts';
import { isLikely } from '#core/suggest/occurrences.ts';
import { type AnnotateData } from '#state/annotate/annotate-state.ts';
import { type ArticleMentions, type Mention } from './everywhere-search.ts';
import { type LibraryArticle } from '#state/library-article.ts';

/** Where other mentions are looked for. */
export type EverywhereScope = 'article' | 'chosen' | 'all';

/** What is looked for, what was found and what is ticked. Plain data. */
export interface EverywhereData {
  readonly phase: 'closed' | 'looking' | 'shown' | 'tagging';
  /** What went wrong last, or empty. */
  readonly failure: string;
  /** The span whose words are looked for, as it was when the search was opened; its words and its label. */
  readonly span: Span | undefined;
  readonly words: string;
  readonly label: Label | undefined;
  readonly scope: EverywhereScope;
  readonly chosen: ReadonlySet<ArticleId>;
  /** Whether articles marked done are searched as well; the open one always is. */
  readonly withDone: boolean;
  /** How many articles of the scope were left out because they are marked done. */
  readonly done: number;
  readonly articles: readonly ArticleMentions[];
  /** How many mentions overlap a span that the label may not overlap, and so were left out. */
  readonly overlapping: number;
  /** What the user ticked or unticked; the others are as isTicked has them at first. */
  readonly choices: ReadonlyMap<string, boolean>;
}

/** Nothing is looked for. */
export const CLOSED: EverywhereData = {
  phase: 'closed',
  failure: '',
  span: undefined,
  words: '',
  label: undefined,
  scope: 'article',
  chosen: new Set(),
  withDone: false,
  done: 0,
  articles: [],
  overlapping: 0,
  choices: new Map(),
};

/** True where the mention is ticked: by the user, or at first where it hardly needs a look. */
export function isTicked({ choices }: Pick<EverywhereData, 'choices'>, mention: Mention): boolean {
  return choices.get(mention.key) ?? isLikely(mention);
}

/** The span that keys act on: the one walked to, else the one at the caret, of several the selected or shortest, else the selected. */
export function spanInHand({ layer, target, selectedId, selection }: AnnotateData): Span | undefined {
  const selected = findSpan(layer.spans, selectedId);
  if (!selection || (target === 'span' && selected)) return selected;
  const here = spansAt(layer.spans, selection.head);
  return here.find(({ id }) => id === selectedId) ?? here[0] ?? selected;
}

/** The articles to be searched, in the order of the library, and how many are left out because they are done. */
export function scopeOf(
  { scope, chosen, withDone }: EverywhereData,
  articles: readonly LibraryArticle[],
  { articleId, annotatorId }: Layer,
): { readonly articleIds: readonly ArticleId[]; readonly done: number } {
  if (scope === 'article') return { articleIds: [articleId], done: 0 };
  const there = articles.filter(({ id, removed }) => !removed && (scope === 'all' || chosen.has(id)));
  const isDone = ({ id, progress }: LibraryArticle): boolean =>
    id !== articleId && progress.some((layer) => layer.annotatorId === annotatorId && layer.status === 'done');
  const searched = withDone ? there : there.filter((article) => !isDone(article));
  return { articleIds: searched.map(({ id }) => id), done: there.length - searched.length };
}

/** The ticked mentions of each article that has any. */
export function tickedByArticle(state: EverywhereData): ReadonlyMap<ArticleId, readonly Mention[]> {
  const ticked = state.articles.map(({ article, mentions }) => {
    return [article.id, mentions.filter((mention) => isTicked(state, mention))] as const;
  });
  return new Map(ticked.filter(([, mentions]) => mentions.length > 0));
}
