import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { extentOf, type Span, type SpanId } from '#core/spans/span.ts';
import { sameRanges } from '#core/text/range.ts';
import { type AgreementInput, type ComparedArticle, comparisonOf, type ComparisonChoice } from './compared.ts';
import { matchPair } from './match-pair.ts';

/** Two annotators, in the order in which a figure names them. */
export interface PairOfAnnotators {
  readonly one: AnnotatorId;
  readonly other: AnnotatorId;
}

/**
 * Which cell of the report is asked about: the spans on which two disagree, in one label or in all; those of a cell of the label
 * confusion, where undefined is nothing; those whose start or end is off by so many UTF-16 code units; or those of one annotator
 * that another has nothing for, and the other way round. Without a pair, all pairs are meant, and nobody is first.
 */
export type BehindQuestion =
  | {
      readonly kind: 'disagreements';
      readonly pair: PairOfAnnotators | undefined;
      readonly label: LabelId | undefined;
      /** Undefined for all articles. */
      readonly articleId: ArticleId | undefined;
    }
  | {
      readonly kind: 'confusion';
      readonly pair: PairOfAnnotators | undefined;
      readonly row: LabelId | undefined;
      readonly column: LabelId | undefined;
    }
  | {
      readonly kind: 'offset';
      readonly pair: PairOfAnnotators | undefined;
      readonly edge: 'starts' | 'ends';
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'extra' | 'missing'; readonly annotatorId: AnnotatorId };

/** What an annotator has, with its words, at most so long; undefined where the annotator has nothing. */
export interface BehindSpan {
  readonly annotatorId: AnnotatorId;
  readonly span: { readonly id: SpanId; readonly label: LabelId; readonly words: string } | undefined;
}

/** One case behind a figure: what two annotators have for the same thing; at least one of them has a span. */
export interface BehindCase {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly language: string;
  readonly one: BehindSpan;
  readonly other: BehindSpan;
}

/** How many cases there are, and the first of them. */
export interface Behind {
  readonly count: number;
  readonly cases: readonly BehindCase[];
}

/** So many characters of a span's words are given. */
const SHOWN = 120;

interface Met {
  readonly one: { readonly annotatorId: AnnotatorId; readonly span: Span | undefined };
  readonly other: { readonly annotatorId: AnnotatorId; readonly span: Span | undefined };
}

/**
 * The cases behind a cell of the report on the same input and choice, in the order of articles and of the text; `most` are
 * listed. There are as many as the cell says; of an offset or a confusion over all pairs, which counts each case from both
 * sides, those that this side is about.
 */
export function spansBehind(
  input: AgreementInput,
  choice: ComparisonChoice,
  question: BehindQuestion,
  most: number,
): Behind {
  const { articles } = comparisonOf(input, choice);
  let count = 0;
  const cases: BehindCase[] = [];
  for (const compared of articles) {
    if (question.kind === 'disagreements' && question.articleId && question.articleId !== compared.article.id) continue;
    const met = metIn(compared).flatMap((each) => seenFrom(each, question));
    count += met.length;
    const inOrder = met.toSorted((a, b) => startOf(a) - startOf(b)).slice(0, most - cases.length);
    cases.push(...inOrder.map((each) => caseOf(compared, each)));
  }
  return { count, cases };
}

/** Every two annotators' spans on the article, matched as the figures match them, with those that are matched to nothing. */
function metIn({ layers }: ComparedArticle): readonly Met[] {
  return layers.flatMap((first, index) =>
    layers.slice(index + 1).flatMap((second): readonly Met[] => {
      const [a, b] = [first.annotatorId, second.annotatorId];
      const met = (one: Span | undefined, other: Span | undefined): Met => ({
        one: { annotatorId: a, span: one },
        other: { annotatorId: b, span: other },
      });
      const matches = matchPair(first.spans, second.spans);
      const matched = new Set<Span>(matches.flatMap(({ one, other }) => [one, other]));
      return [
        ...matches.map(({ one, other }) => met(one, other)),
        ...first.spans.filter((span) => !matched.has(span)).map((span) => met(span, undefined)),
        ...second.spans.filter((span) => !matched.has(span)).map((span) => met(undefined, span)),
      ];
    }),
  );
}

/** The case once for each side from which it is what is asked about. */
function seenFrom(met: Met, question: BehindQuestion): readonly Met[] {
  const turned: Met = { one: met.other, other: met.one };
  const both = [met, turned];
  switch (question.kind) {
    case 'extra':
      return both.filter(({ one, other }) => one.annotatorId === question.annotatorId && one.span && !other.span);
    case 'missing':
      return both.filter(({ one, other }) => one.annotatorId === question.annotatorId && other.span && !one.span);
    case 'disagreements': {
      const sides = question.pair ? sidesOf(both, question.pair) : [met];
      return sides.filter((side) => isDisagreement(side, question.label));
    }
    case 'confusion': {
      const { row, column, pair } = question;
      // On the diagonal both sides are the same case, which is counted once.
      const sides = pair ? sidesOf(both, pair) : row === column ? [met] : both;
      return sides.filter(({ one, other }) => one.span?.label === row && other.span?.label === column);
    }
    case 'offset': {
      const sides = question.pair ? sidesOf(both, question.pair) : both;
      return sides.filter((side) => {
        const offset = offsetOf(side, question.edge);
        return offset !== undefined && question.from <= offset && offset <= question.to;
      });
    }
  }
}

function sidesOf(both: readonly Met[], pair: PairOfAnnotators): readonly Met[] {
  return both.filter(({ one, other }) => one.annotatorId === pair.one && other.annotatorId === pair.other);
}

/** True where the two are not the same, and one of them has the label, if one is named. */
function isDisagreement({ one: { span: one }, other: { span: other } }: Met, label: LabelId | undefined): boolean {
  if (label !== undefined && one?.label !== label && other?.label !== label) return false;
  return !one || !other || one.label !== other.label || !sameRanges(one.ranges, other.ranges);
}

function offsetOf({ one, other }: Met, edge: 'starts' | 'ends'): number | undefined {
  if (!one.span || !other.span || one.span.label !== other.span.label) return undefined;
  const [a, b] = [extentOf(one.span), extentOf(other.span)];
  return edge === 'starts' ? b.from - a.from : b.to - a.to;
}

function startOf({ one, other }: Met): number {
  return Math.min(...[one, other].flatMap(({ span }) => (span ? [extentOf(span).from] : [])));
}

function caseOf({ article: { id, title, text, language } }: ComparedArticle, { one, other }: Met): BehindCase {
  const shown = ({ annotatorId, span }: Met['one']): BehindSpan => ({
    annotatorId,
    span: span && { id: span.id, label: span.label, words: shortened(quoteOf(text, span)) },
  });
  return { articleId: id, title, language, one: shown(one), other: shown(other) };
}

function shortened(words: string): string {
  return words.length > SHOWN ? `${words.slice(0, SHOWN).toWellFormed()}…` : words;
}
