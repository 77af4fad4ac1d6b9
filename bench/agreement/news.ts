import { type AgreementInput } from '../../src/core/agreement/compared.ts';
import { seededRandom } from '../../src/core/agreement/random.ts';
import { DEFAULT_LABEL_SET } from '../../src/core/labels/default-label-set.ts';
import { type LabelId } from '../../src/core/labels/label-id.ts';
import { type AnnotatorId, type Article, type ArticleId, type Layer } from '../../src/core/project/project.ts';
import { compareSpans, spanByHand, type SpanId } from '../../src/core/spans/span.ts';

/** How much is made: every annotator finishes every article. */
export interface NewsSize {
  readonly articles: number;
  readonly annotators: number;
  readonly spans: number;
}

/** As many characters of text as a news article has for each span. */
const CHARACTERS_PER_SPAN = 80;

/**
 * Made-up articles as annotators mark news: half of the spans are names, many of them inside claims and quotes. Each annotator
 * moves an edge of three spans in ten, gives one in twelve another label, and leaves out one in twelve.
 */
export function newsToCompare({ articles, annotators, spans }: NewsSize, seed: number): AgreementInput {
  const made = Array.from({ length: articles }, (_, index) => article(index, spans, annotators, seed));
  return {
    labelSet: DEFAULT_LABEL_SET,
    articles: made.map((each) => each.article),
    layers: made.flatMap((each) => each.layers),
  };
}

function article(index: number, spans: number, annotators: number, seed: number) {
  const random = seededRandom(seed, `article ${index}`);
  const below = (number: number): number => Math.floor(random() * number);
  const length = spans * CHARACTERS_PER_SPAN;
  const truth = Array.from({ length: spans }, (_, place) => {
    const isName = place % 2 === 0;
    const label = isName ? 'entity' : place % 4 === 1 ? 'claim' : 'quote';
    const size = isName ? 4 + below(16) : 40 + below(100);
    return { label, from: below(length - size), size };
  });
  const layers = Array.from({ length: annotators }, (_, annotator): Layer => {
    const marked = truth.flatMap(({ label, from, size }, place) => {
      if (below(12) === 0) return [];
      const isMoved = below(10) < 3;
      const start = Math.max(0, from + (isMoved ? below(9) - 4 : 0));
      const end = Math.min(length, Math.max(start + 1, from + size + (isMoved ? below(9) - 4 : 0)));
      const chosen = (below(12) === 0 ? 'claim' : label) as LabelId;
      return [spanByHand(`${place}` as SpanId, chosen, [{ from: start, to: end }], '')];
    });
    return {
      articleId: `${index}` as ArticleId,
      annotatorId: `annotator ${annotator}` as AnnotatorId,
      status: 'done',
      spans: marked.toSorted(compareSpans),
      links: [],
      changedAt: new Date(1_700_000_000_000 + index * 3_600_000).toISOString(),
    };
  });
  return { article: articleOf(index, length), layers };
}

function articleOf(index: number, length: number): Article {
  return {
    id: `${index}` as ArticleId,
    title: `Article ${index}`,
    source: '',
    date: '',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    author: '',
    pages: [],
    text: 'The mayor said on Monday that the old bridge will open again in May. '
      .repeat(Math.ceil(length / 69))
      .slice(0, length),
  };
}
