import { attributeInWords } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { extentOf, type Span, type SpanId } from '#core/spans/span.ts';
import { sameRanges } from '#core/text/range.ts';
import { type BehindQuestion, type Edge, type PairOfAnnotators } from './behind-question.ts';
import { type ComparedArticle, type ComparedLayer } from './compared.ts';
import { unsharedLinks } from './link-scores.ts';
import { matchPair } from './match-pair.ts';
import { valuedOn } from './measure-attributes.ts';

/** What an annotator has in a case: a span or nothing, with the link that it begins or the value that it holds. */
export interface MetSide {
  readonly annotatorId: AnnotatorId;
  readonly span: Span | undefined;
  readonly link?: { readonly type: LinkTypeId; readonly to: Span } | undefined;
  readonly value?: string;
}

/** What two annotators have for the same thing; `other` is undefined where a figure is about one of them alone. */
export interface Met {
  readonly one: MetSide;
  readonly other: MetSide | undefined;
}

interface BothMet extends Met {
  readonly other: MetSide;
}

/** The cases on the article that are behind the figure, in the order of the text. */
export function casesOn(compared: ComparedArticle, question: BehindQuestion, labelSet: LabelSet): readonly Met[] {
  return found(compared, question, labelSet).toSorted((a, b) => startOf(a) - startOf(b));
}

function found(compared: ComparedArticle, question: BehindQuestion, labelSet: LabelSet): readonly Met[] {
  switch (question.kind) {
    case 'spans':
      return compared.layers
        .filter(({ annotatorId }) => question.annotatorId === undefined || question.annotatorId === annotatorId)
        .flatMap(({ annotatorId, spans }) =>
          spans
            .filter(({ label }) => question.label === undefined || label === question.label)
            .map((span) => ({ one: { annotatorId, span }, other: undefined })),
        );
    case 'links':
      return inPairs(compared, (one, other) => linkCases(one, other, question)).filter((met) =>
        isOf(met, question.pair),
      );
    case 'attribute':
      return attributeCases(compared, question, labelSet).filter((met) => isOf(met, question.pair));
    case 'disagreements':
    case 'confusion':
    case 'offset':
    case 'shifted':
    case 'extra':
    case 'missing':
      return inPairs(compared, spanCases).flatMap((met) => seenFrom(met, question));
  }
}

function inPairs(
  { layers }: ComparedArticle,
  casesOf: (one: ComparedLayer, other: ComparedLayer) => readonly BothMet[],
): readonly BothMet[] {
  return layers.flatMap((first, index) => layers.slice(index + 1).flatMap((second) => casesOf(first, second)));
}

/** Two annotators' spans, matched as the figures match them, with those that are matched to nothing. */
function spanCases(first: ComparedLayer, second: ComparedLayer): readonly BothMet[] {
  const met = (one: Span | undefined, other: Span | undefined): BothMet => ({
    one: { annotatorId: first.annotatorId, span: one },
    other: { annotatorId: second.annotatorId, span: other },
  });
  const matches = matchPair(first.spans, second.spans);
  const matched = new Set<Span>(matches.flatMap(({ one, other }) => [one, other]));
  return [
    ...matches.map(({ one, other }) => met(one, other)),
    ...first.spans.filter((span) => !matched.has(span)).map((span) => met(span, undefined)),
    ...second.spans.filter((span) => !matched.has(span)).map((span) => met(undefined, span)),
  ];
}

/** Links that only one of the two has, each with the span that the other has where it begins. */
function linkCases(
  first: ComparedLayer,
  second: ComparedLayer,
  { which, type }: BehindQuestion & { readonly kind: 'links' },
): readonly BothMet[] {
  const matches = matchPair(first.spans, second.spans);
  const spansOf = [first, second].map(({ spans }) => new Map(spans.map((span): [SpanId, Span] => [span.id, span])));
  const partner = new Map<Span, Span>(
    matches.flatMap(({ one, other }) => [[one, other] as const, [other, one] as const]),
  );
  return unsharedLinks(first, second, matches)
    .filter((link) => (which === 'all' || link.isAligned) && (type === undefined || link.type === type))
    .flatMap((link) => {
      const own = spansOf[link.side === 'one' ? 0 : 1]!;
      const [from, to] = [own.get(link.from), own.get(link.to)];
      if (!from || !to) return [];
      const having = { span: from, link: { type: link.type, to } };
      const lacking = { span: partner.get(from) };
      const [one, other] = link.side === 'one' ? [having, lacking] : [lacking, having];
      return [
        { one: { annotatorId: first.annotatorId, ...one }, other: { annotatorId: second.annotatorId, ...other } },
      ];
    });
}

/** Every two annotators who say different things about the same span. */
function attributeCases(
  { article, layers }: ComparedArticle,
  { label, attribute: id }: BehindQuestion & { readonly kind: 'attribute' },
  labelSet: LabelSet,
): readonly BothMet[] {
  const attribute = findAttribute(findLabel(labelSet, label), id);
  return valuedOn(layers)
    .filter((unit) => unit.label === label && unit.attribute === id)
    .flatMap(({ held }) =>
      held.flatMap((first, index) =>
        held.slice(index + 1).flatMap((second): readonly BothMet[] => {
          if (JSON.stringify(first.items) === JSON.stringify(second.items)) return [];
          const [one, other] = [first, second].map(({ annotatorId, span, value }) => ({
            annotatorId,
            span,
            value: attributeInWords(attribute, value, article.text),
          }));
          return [{ one: one!, other: other! }];
        }),
      ),
    );
}

/** The case once for each side from which it is what is asked about. */
function seenFrom(
  met: BothMet,
  question: Exclude<BehindQuestion, { readonly kind: 'spans' | 'links' | 'attribute' }>,
): readonly Met[] {
  const both = [met, { one: met.other, other: met.one }];
  switch (question.kind) {
    case 'extra':
      return both.filter(({ one, other }) => one.annotatorId === question.annotatorId && one.span && !other.span);
    case 'missing':
      return both.filter(({ one, other }) => one.annotatorId === question.annotatorId && other.span && !one.span);
    case 'shifted':
      return both.filter(
        (side) => side.one.annotatorId === question.annotatorId && (offsetOf(side, question.edge) ?? 0) !== 0,
      );
    case 'disagreements': {
      const { pair, annotatorId } = question;
      const sides = pair
        ? both.filter((side) => isOf(side, pair))
        : annotatorId === undefined
          ? [met]
          : both.filter(({ one }) => one.annotatorId === annotatorId);
      return sides.filter((side) => isDisagreement(side, question.label));
    }
    case 'confusion': {
      const { row, column, pair } = question;
      // On the diagonal both sides are the same case, which is counted once.
      const sides = !pair && row === column ? [met] : both.filter((side) => isOf(side, pair));
      return sides.filter(({ one, other }) => one.span?.label === row && other.span?.label === column);
    }
    case 'offset': {
      return both.filter((side) => {
        if (!isOf(side, question.pair)) return false;
        const offset = offsetOf(side, question.edge);
        return offset !== undefined && question.from <= offset && offset <= question.to;
      });
    }
  }
}

/** True where it is seen from the first of the pair, if one is given. */
function isOf({ one, other }: BothMet, pair: PairOfAnnotators | undefined): boolean {
  return !pair || (one.annotatorId === pair.one && other.annotatorId === pair.other);
}

/** True where the two are not the same, and one of them has the label, if one is named. */
function isDisagreement({ one: { span: one }, other: { span: other } }: BothMet, label: string | undefined): boolean {
  if (label !== undefined && one?.label !== label && other?.label !== label) return false;
  return !one || !other || one.label !== other.label || !sameRanges(one.ranges, other.ranges);
}

function offsetOf({ one, other }: BothMet, edge: Edge): number | undefined {
  if (!one.span || !other.span || one.span.label !== other.span.label) return undefined;
  const [a, b] = [extentOf(one.span), extentOf(other.span)];
  return edge === 'starts' ? b.from - a.from : b.to - a.to;
}

function startOf({ one, other }: Met): number {
  return Math.min(...[one.span, other?.span].flatMap((span) => (span ? [extentOf(span).from] : [])));
}
