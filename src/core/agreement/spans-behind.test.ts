import { describe, expect, test } from 'vitest';
import { NEWS_TEXT, newsLayers } from '#core/alignment/compared.arbitrary.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { agreementReport, DEFAULT_SETTINGS } from './agreement-report.ts';
import { judged } from './agreement.arbitrary.ts';
import { binInWords, offsetBins } from './offset-bins.ts';
import { finish } from './progress.ts';
import { type BehindQuestion } from './behind-question.ts';
import { type Behind, spansBehind } from './spans-behind.ts';

const [A, B, C] = newsLayers().map(({ spans }) => spans.map(({ id }) => id as string));
const INPUT = judged([
  { id: 'news', text: NEWS_TEXT, spans: { A: A!, B: B!, C: C! } },
  {
    id: 'harbour',
    text: 'Harbor officials declined to comment.',
    spans: { A: ['claim 0-16'], B: ['entity 0-16'], C: ['entity 0-6', 'quote 17-25'] },
  },
]);
const REPORT = finish(agreementReport(INPUT, { ...DEFAULT_SETTINGS, resamples: 0, gamma: undefined }));
const LABELS: readonly (LabelId | undefined)[] = [...REPORT.labelIds, undefined];

function behind(question: BehindQuestion, most = 200): Behind {
  return spansBehind(INPUT, DEFAULT_SETTINGS, question, most);
}

function disagreed(about: { readonly label?: LabelId; readonly articleId?: ArticleId }): Behind {
  return behind({
    kind: 'disagreements',
    label: about.label,
    ...(about.articleId && { articleIds: [about.articleId] }),
  });
}

describe('there are as many cases as the figure says', () => {
  test.each([undefined, ...REPORT.pairs])('in each cell of the label confusion, pair %#', (pair) => {
    const { confusion } = pair ?? REPORT;
    const counts = LABELS.map((row) =>
      LABELS.map((column) =>
        row === undefined && column === undefined ? 0 : behind({ kind: 'confusion', pair, row, column }).count,
      ),
    );
    expect(counts).toEqual(confusion);
    expect(counts.flat().some((count) => count > 1)).toBe(true);
  });

  test.each([undefined, ...REPORT.pairs])('in each column of the histogram, pair %#', (pair) => {
    const { offsets } = pair ?? REPORT;
    for (const edge of ['starts', 'ends'] as const) {
      for (const { from, to, count } of offsetBins(offsets[edge])) {
        expect(behind({ kind: 'offset', pair, edge, from, to }).count).toBe(count);
      }
    }
  });

  test('in an article, and in all', () => {
    for (const { articleId, disagreements, pairs } of REPORT.articles) {
      // A span of each of two that differ is one case here and one thing to talk about there.
      expect(disagreed({ articleId }).count).toBe(disagreements);
      expect(disagreements).toBe(pairs.reduce((sum, { spans, matched, same }) => sum + spans - matched - same, 0));
    }
    expect(disagreed({}).count).toBe(REPORT.articles.reduce((sum, { disagreements }) => sum + disagreements, 0));
  });

  test('in an annotator’s shares', () => {
    for (const { annotatorId, extra } of REPORT.annotators) {
      const count = behind({ kind: 'extra', annotatorId }).count;
      const spans = REPORT.annotators.find((one) => one.annotatorId === annotatorId)!.spans * 2;
      expect(count / spans).toBeCloseTo(extra!, 9);
    }
    const lacking = REPORT.annotators.map(({ annotatorId }) => behind({ kind: 'missing', annotatorId }).count);
    const having = REPORT.annotators.map(({ annotatorId }) => behind({ kind: 'extra', annotatorId }).count);
    expect(lacking.reduce((sum, count) => sum + count, 0)).toBe(having.reduce((sum, count) => sum + count, 0));
  });
});

test('an annotator’s spans are listed, and those that start or end elsewhere than others’', () => {
  for (const { annotatorId, spans } of REPORT.annotators) {
    expect(behind({ kind: 'spans', annotatorId, label: undefined })).toMatchObject({ count: spans });
  }
  const quotes = behind({ kind: 'spans', annotatorId: undefined, label: 'quote' as LabelId });
  expect(quotes.cases.map(({ one, other }) => [one.annotatorId, other])).toEqual([
    ['C', undefined],
    ['A', undefined],
    ['B', undefined],
    ['C', undefined],
  ]);
  const shifted = (annotatorId: string, edge: 'starts' | 'ends') =>
    behind({ kind: 'shifted', annotatorId: annotatorId as AnnotatorId, edge }).cases.map(({ one, other }) => [
      one.span!.id,
      other!.span!.id,
    ]);
  expect(shifted('A', 'ends')).toEqual([['quote 66-99', 'quote 67-98']]);
  expect(shifted('B', 'starts')).toContainEqual(['entity 109-125', 'entity 113-125']);
});

test('what an annotator and others disagree on is what is behind the pairs that the annotator is in', () => {
  for (const annotatorId of REPORT.annotatorIds) {
    const pairs = REPORT.pairs.filter(({ one, other }) => one === annotatorId || other === annotatorId);
    const counts = pairs.map((pair) => behind({ kind: 'disagreements', pair }).count);
    expect(behind({ kind: 'disagreements', annotatorId }).count).toBe(counts.reduce((sum, count) => sum + count, 0));
  }
});

test('a case says what both have, in the order of the question', () => {
  const pair = { one: 'B' as AnnotatorId, other: 'A' as AnnotatorId };
  const { cases } = behind({ kind: 'confusion', pair, row: 'entity' as LabelId, column: undefined });
  expect(cases).toHaveLength(1);
  expect(cases[0]).toMatchObject({
    articleId: 'news',
    one: { annotatorId: 'B', span: { label: 'entity', words: 'Critics' } },
    other: { annotatorId: 'A', span: undefined },
  });
});

test('a label narrows disagreements to those in which one of the two has it', () => {
  expect(
    disagreed({ label: 'quote' as LabelId }).cases.map(({ one, other }) => (one.span ?? other?.span)?.words),
  ).toEqual(['declined', 'declined', expect.stringMatching(/^“We are/), expect.stringMatching(/^“We are/)]);
});

test('no more are listed than asked for, and all are counted', () => {
  const { count, cases } = behind({ kind: 'disagreements' }, 3);
  expect(count).toBeGreaterThan(3);
  expect(cases).toHaveLength(3);
});

test.each([
  [{ from: Number.NEGATIVE_INFINITY, to: -21 }, '−21 or less'],
  [{ from: -5, to: -3 }, '−5 to −3'],
  [{ from: 0, to: 0 }, '0'],
  [{ from: 21, to: Number.POSITIVE_INFINITY }, '21 or more'],
])('the bin %j is called %s', (bin, words) => {
  expect(binInWords(bin)).toBe(words);
});

test('every offset is in one bin', () => {
  const counts = Array.from({ length: 101 }, (_, index) => ({ offset: index - 50, count: 1 }));
  const bins = offsetBins(counts);
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(101);
  expect(bins.map(({ count }) => count)).toEqual(bins.map(({ count }) => count).toReversed());
});
