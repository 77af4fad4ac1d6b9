import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { cutBehind } from '#core/text/cut-behind.ts';
import { sameRanges } from '#core/text/range.ts';
import { casesOn, type Met, type MetSide } from './behind-met.ts';
import { type BehindQuestion } from './behind-question.ts';
import {
  type AgreementInput,
  type ComparedArticle,
  type Comparison,
  comparisonOf,
  type ComparisonChoice,
} from './compared.ts';
import { AS_GOLD, goldComparison } from './gold-comparison.ts';

/** A span in a case, with its words, at most so long. */
interface ShownSpan {
  readonly id: SpanId;
  readonly label: LabelId;
  readonly words: string;
}

/**
 * What an annotator has; `span` is undefined where the annotator has nothing. `link` is one that begins at the span, `value`
 * what the annotator says about it, in words; each is there only where the figure is about that.
 */
export interface BehindSpan {
  readonly annotatorId: AnnotatorId;
  readonly span: ShownSpan | undefined;
  readonly link?: { readonly type: LinkTypeId; readonly to: ShownSpan };
  readonly value?: string;
}

/** One case behind a figure: what two annotators have for the same thing, or one has; at least one of them has a span. */
export interface BehindCase {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly language: string;
  readonly one: BehindSpan;
  readonly other: BehindSpan | undefined;
  /** A span of an annotator by which review finds the group; undefined where only gold has one that nobody marked so. */
  readonly at: { readonly annotatorId: AnnotatorId; readonly spanId: SpanId } | undefined;
}

/** How many cases there are, and the first of them. */
export interface Behind {
  readonly count: number;
  readonly cases: readonly BehindCase[];
}

/** So many characters of a span's words are given. */
const SHOWN = 120;

/**
 * The cases behind a figure of the report on the same input and choice, in the order of articles and of the text; `most` are
 * listed. There are as many as the figure says; of an offset or a confusion over all pairs, which counts each case from both
 * sides, those that this side is about.
 */
export function spansBehind(
  input: AgreementInput,
  choice: ComparisonChoice,
  question: BehindQuestion,
  most: number,
): Behind {
  const { articles } = comparedFor(input, choice, question);
  const wanted = question.kind === 'disagreements' && question.articleIds ? new Set(question.articleIds) : undefined;
  let count = 0;
  const cases: BehindCase[] = [];
  for (const compared of articles) {
    if (wanted && !wanted.has(compared.article.id)) continue;
    const met = casesOn(compared, question, input.labelSet);
    count += met.length;
    cases.push(...met.slice(0, most - cases.length).map((each) => caseOf(input, compared, each)));
  }
  return { count, cases };
}

function comparedFor(input: AgreementInput, choice: ComparisonChoice, { pair }: BehindQuestion): Comparison {
  return pair?.one === AS_GOLD ? goldComparison(input, choice, pair.other) : comparisonOf(input, choice);
}

function caseOf(input: AgreementInput, { article }: ComparedArticle, { one, other }: Met): BehindCase {
  const { id, title, text, language } = article;
  const shownSpan = (span: Span): ShownSpan => ({
    id: span.id,
    label: span.label,
    words: cutBehind(quoteOf(text, span), SHOWN),
  });
  const shown = ({ annotatorId, span, link, value }: MetSide): BehindSpan => ({
    annotatorId,
    span: span && shownSpan(span),
    ...(link && { link: { type: link.type, to: shownSpan(link.to) } }),
    ...(value !== undefined && { value }),
  });
  return {
    articleId: id,
    title,
    language,
    one: shown(one),
    other: other && shown(other),
    at: placeInReview(input, id, [one, ...(other ? [other] : [])]),
  };
}

/** Gold has no group of its own in review: it is found by the span of an annotator, of the case or one that says the same. */
function placeInReview({ layers }: AgreementInput, articleId: ArticleId, sides: readonly MetSide[]): BehindCase['at'] {
  for (const { annotatorId, span } of sides) {
    if (span && annotatorId !== AS_GOLD) return { annotatorId, spanId: span.id };
  }
  const ofGold = sides.find(({ span }) => span)!.span!;
  for (const layer of layers) {
    if (layer.articleId !== articleId) continue;
    const same = layer.spans.find(({ label, ranges }) => label === ofGold.label && sameRanges(ranges, ofGold.ranges));
    if (same) return { annotatorId: layer.annotatorId, spanId: same.id };
  }
  return undefined;
}
