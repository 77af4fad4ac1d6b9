import { expect, test } from 'vitest';
import { type SpanRef } from '#core/alignment/group.ts';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { type Span, type SpanAttribute, spanByHand, type SpanId } from '#core/spans/span.ts';
import { type CoveredSpan, type Decision, type DecisionId } from './decision.ts';
import { countOutcomes, feedbackOf } from './feedback.ts';

const AT = '2024-06-17T09:00:00Z';
const ME = 'ada' as AnnotatorId;
const PERSON: readonly SpanAttribute[] = [{ id: 'type' as AttributeId, value: 'person' }];

function span(id: string, label: string, from: number, to: number, attributes: readonly SpanAttribute[] = []): Span {
  return spanByHand(id as SpanId, label as LabelId, [{ from, to }], AT, attributes);
}

function covered(mine: Span, annotatorId = ME): CoveredSpan {
  const { id, label, ranges, attributes } = mine;
  return { annotatorId, spanId: id, label, ranges, attributes };
}

/** A decision that puts `gold` in the place of `covers`; what gold takes is from `from`. */
function decision(covers: readonly CoveredSpan[], gold: readonly Span[], from: readonly SpanRef[] = covers): Decision {
  return {
    id: `d ${covers.map(({ spanId }) => spanId).join()} ${gold.map(({ id }) => id).join()}` as DecisionId,
    articleId: 'a' as ArticleId,
    at: AT,
    by: 'rev' as AnnotatorId,
    verdict: gold.length === 0 ? 'reject' : 'accept',
    covers,
    inputs: [],
    spans: gold.map(({ id, label, ranges, attributes }) => {
      return { id, label, ranges, attributes, note: '', from, links: [] };
    }),
    reasons: [],
    comment: '',
    isBlind: false,
    policy: undefined,
    batch: '',
    supersedes: [],
  };
}

function outcomes(spans: readonly Span[], gold: readonly Span[], decisions: readonly Decision[]): readonly string[] {
  const layer = { annotatorId: ME, spans, links: [] };
  return feedbackOf(layer, { spans: gold, links: [] }, decisions).map(({ outcome, mine, gold: theirs }) => {
    return `${outcome} ${mine?.id ?? '–'} ${theirs?.id ?? '–'}`;
  });
}

test.each<[string, Span, string]>([
  ['as it was', span('g', 'entity', 0, 5), 'kept m g'],
  ['with another label', span('g', 'claim', 0, 5), 'label m g'],
  ['with another label and other ranges', span('g', 'claim', 0, 9), 'label m g'],
  ['with other ranges', span('g', 'entity', 2, 5), 'boundary m g'],
  ['with other values', span('g', 'entity', 0, 5, PERSON), 'attributes m g'],
])('a span that gold has %s', (_, gold, expected) => {
  const mine = span('m', 'entity', 0, 5);
  expect(outcomes([mine], [gold], [decision([covered(mine)], [gold])])).toEqual([expected]);
});

test('what a decision leaves out, what waits, and what nobody has looked at', () => {
  const [out, later, fresh] = [span('o', 'entity', 0, 5), span('l', 'claim', 6, 9), span('f', 'claim', 10, 12)];
  const decisions = [decision([covered(out)], []), { ...decision([covered(later)], []), verdict: 'defer' } as const];
  expect(outcomes([out, later, fresh], [], decisions)).toEqual(['left-out o –', 'waiting l –', 'waiting f –']);
});

test('what others marked and gold took is missed, and so is what the reviewer added', () => {
  const theirs = span('t', 'quote', 20, 30);
  const [taken, added] = [span('g1', 'quote', 20, 30), span('g2', 'claim', 0, 4)];
  const decisions = [decision([covered(theirs, 'bo' as AnnotatorId)], [taken]), decision([], [added])];
  expect(outcomes([], [taken, added], decisions)).toEqual(['missed – g2', 'missed – g1']);
});

test('where gold took another one’s span, an own one that overlaps it is measured by it, one elsewhere is left out', () => {
  const [mine, away] = [span('m', 'entity', 3, 9), span('x', 'entity', 50, 60)];
  const theirs = covered(span('t', 'entity', 0, 9), 'bo' as AnnotatorId);
  const gold = span('g', 'entity', 0, 9);
  const made = decision([covered(mine), covered(away), theirs], [gold], [theirs]);
  expect(outcomes([mine, away], [gold], [made])).toEqual(['boundary m g', 'left-out x –']);
});

test('of several spans in gold, the one that was taken from it counts, then the one with its label', () => {
  const mine = span('m', 'entity', 0, 10);
  const [long, same] = [span('g1', 'claim', 0, 10), span('g2', 'entity', 0, 4)];
  expect(outcomes([mine], [long, same], [decision([covered(mine)], [long, same], [])])).toEqual([
    'missed – g1',
    'boundary m g2',
  ]);
});

test('a span that gold took counts before one of the same label that it took from somebody else', () => {
  const mine = span('m', 'entity', 0, 10);
  const [taken, same] = [span('g1', 'claim', 0, 10), span('g2', 'entity', 0, 4)];
  const made = decision([covered(mine)], [taken, same]);
  const [first, second] = made.spans;
  const theirs = { ...made, spans: [first!, { ...second!, from: [] }] };
  expect(outcomes([mine], [taken, same], [theirs])).toEqual(['missed – g2', 'label m g1'].toReversed());
});

test('what was made after the review is kept where gold has the very same', () => {
  const gold = span('g', 'claim', 6, 9);
  expect(outcomes([span('n', 'claim', 6, 9)], [gold], [decision([], [gold])])).toEqual(['kept n g']);
  expect(outcomes([span('n', 'claim', 6, 8)], [gold], [decision([], [gold])])).toEqual(['missed – g', 'waiting n –']);
});

test('a span that was changed after the review is measured as it is now, and marked', () => {
  const [seen, now, gold] = [span('m', 'claim', 0, 5), span('m', 'claim', 0, 7), span('g', 'claim', 0, 7)];
  const layer = { annotatorId: ME, spans: [now], links: [] };
  const [entry] = feedbackOf(layer, { spans: [gold], links: [] }, [decision([covered(seen)], [gold])]);
  expect(entry).toMatchObject({ outcome: 'kept', isChangedSince: true });
});

function link(id: string, from: string, to: string): Link {
  const ends = { type: 'speaker' as LinkTypeId, from: from as SpanId, to: to as SpanId };
  return { id: id as LinkId, ...ends, origin: 'hand', createdAt: AT };
}

test('links are compared by what gold has at their ends', () => {
  const [quote, ann, bo] = [span('q', 'quote', 0, 5), span('a', 'entity', 6, 9), span('b', 'entity', 10, 12)];
  const gold = [span('gq', 'quote', 0, 5), span('ga', 'entity', 6, 9), span('gb', 'entity', 10, 12)];
  const decisions = [quote, ann, bo].map((mine, index) => decision([covered(mine)], [gold[index]!]));
  const of = (links: readonly Link[]): readonly string[] => {
    const layer = { annotatorId: ME, spans: [quote, ann, bo], links: [link('l', 'q', 'a')] };
    return feedbackOf(layer, { spans: gold, links }, decisions).map(({ outcome }) => outcome);
  };
  expect(of([link('x', 'gq', 'ga')])).toEqual(['kept', 'kept', 'kept']);
  expect(of([link('x', 'gq', 'gb')])).toEqual(['links', 'kept', 'kept']);
  expect(of([])).toEqual(['links', 'kept', 'kept']);
});

test('outcomes are counted', () => {
  const mine = span('m', 'entity', 0, 5);
  const gold = span('g', 'claim', 20, 25);
  const layer = { annotatorId: ME, spans: [mine], links: [] };
  const entries = feedbackOf(layer, { spans: [gold], links: [] }, [
    decision([covered(mine)], []),
    decision([], [gold]),
  ]);
  expect(countOutcomes(entries)).toEqual({
    label: 0,
    boundary: 0,
    attributes: 0,
    links: 0,
    'left-out': 1,
    missed: 1,
    waiting: 0,
    kept: 0,
  });
});
