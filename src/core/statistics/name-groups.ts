import { type ArticleId, type Layer } from '#core/project/project.ts';
import { SAME_AS } from '#core/spans/same-as.ts';
import { foldedWords } from '#core/search/span-test.ts';
import { type Span } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { total } from '#core/text/total.ts';

/** A span that is counted as a name. */
export interface NameUse {
  readonly text: string;
  readonly articleId: ArticleId;
  readonly span: Span;
}

/** One thing under all its names: `words` is the most frequent of them, `others` the rest by how frequent they are. */
export interface NameGroup {
  readonly words: string;
  readonly others: readonly string[];
  readonly count: number;
  readonly articles: number;
}

/** Gives for folded words those that stand for the group that they belong to. */
export type SameNames = (words: string) => string;

/**
 * Joins words by the links of the type `same-as` between spans with them: in every article, since a thing keeps its names, and
 * over any number of links.
 */
export function sameNames(counted: readonly { readonly text: string; readonly layer: Layer }[]): SameNames {
  const parents = new Map<string, string>();
  const rootOf = (words: string): string => {
    let root = words;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  };
  for (const { text, layer } of counted) {
    const byId = new Map(layer.spans.map((span) => [span.id, span]));
    for (const { type, from, to } of layer.links) {
      const [one, other] = [byId.get(from), byId.get(to)];
      if (type !== SAME_AS || !one || !other) continue;
      const [a, b] = [rootOf(foldedWords(text, one)), rootOf(foldedWords(text, other))];
      if (a !== b) parents.set(a, b);
    }
  }
  return rootOf;
}

/** Groups spans by their folded words and by the names that are the same, the most frequent group first. */
export function groupNames(uses: readonly NameUse[], isSame: SameNames): readonly NameGroup[] {
  const groups = new Map<
    string,
    { readonly written: Map<string, Map<string, number>>; readonly articles: Set<ArticleId> }
  >();
  for (const { text, articleId, span } of uses) {
    const folded = foldedWords(text, span);
    const root = isSame(folded);
    const group = groups.get(root) ?? {
      written: new Map<string, Map<string, number>>(),
      articles: new Set<ArticleId>(),
    };
    groups.set(root, group);
    const forms = group.written.get(folded) ?? new Map<string, number>();
    group.written.set(folded, forms);
    const words = wordsOf(text, span);
    forms.set(words, (forms.get(words) ?? 0) + 1);
    group.articles.add(articleId);
  }
  return [...groups.values()]
    .map(({ written, articles }): NameGroup => {
      const names = byFrequency(
        [...written.values()].map((forms): readonly [string, number] => [
          byFrequency([...forms])[0]![0],
          total([...forms.values()]),
        ]),
      );
      const [words = '', ...others] = names.map(([name]) => name);
      return { words, others, count: total(names.map(([, count]) => count)), articles: articles.size };
    })
    .toSorted((a, b) => b.count - a.count || b.articles - a.articles || compareText(a.words, b.words));
}

/** The words of a span as they are written, white space made single spaces. */
function wordsOf(text: string, span: Span): string {
  const parts = span.ranges.map(({ from, to }) => text.slice(from, to));
  return parts.join(' ').trim().replaceAll(/\s+/g, ' ');
}

/** The most frequent first; of those as frequent, the first stays first. */
function byFrequency(counts: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  return counts.toSorted((a, b) => b[1] - a[1]);
}
