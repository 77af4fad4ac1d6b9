import { describe, expect, test } from 'vitest';
import { layerFrom, NEWS_TEXT, newsLayers } from '#core/alignment/compared.arbitrary.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { agreementReport, DEFAULT_SETTINGS } from './agreement-report.ts';
import { judged } from './agreement.arbitrary.ts';
import { type BehindQuestion, type PairOfAnnotators } from './behind-question.ts';
import { type AgreementInput } from './compared.ts';
import { AS_GOLD } from './gold-comparison.ts';
import { finish } from './progress.ts';
import { figuresCsv } from './report-csv.ts';
import { reportMarkdown } from './report-markdown.ts';
import { methodsParagraph } from './report-methods.ts';
import { reportNames } from './report-names.ts';
import { type AgreementReport, type AgreementSettings } from './report.ts';
import { type Behind, spansBehind } from './spans-behind.ts';

const WITH_GOLD: AgreementSettings = { ...DEFAULT_SETTINGS, includesGold: true, resamples: 0, gamma: undefined };
const [A, B, C] = newsLayers().map(({ spans }) => spans.map(({ id }) => id as string));
const HARBOUR = 'Harbor officials declined to comment.';

/** A and B on two articles, of which the first is reviewed: gold has what C has there. */
const INPUT: AgreementInput = {
  ...judged([
    { id: 'news', text: NEWS_TEXT, spans: { A: A!, B: B! } },
    { id: 'harbour', text: HARBOUR, spans: { A: ['entity 0-16'], B: ['entity 0-6'] } },
  ]),
  gold: [goldOf('news', C!)],
};
const NAMES = reportNames(DEFAULT_LABEL_SET, [
  { id: 'A' as AnnotatorId, name: 'Ada' },
  { id: 'B' as AnnotatorId, name: 'Bo' },
]);

function goldOf(articleId: string, spans: readonly string[]): Layer {
  return { ...layerFrom('gold', ...spans), articleId: articleId as ArticleId };
}

function report(settings = WITH_GOLD, input = INPUT): AgreementReport {
  return finish(agreementReport(input, settings));
}

describe('an annotator against gold', () => {
  test('is as two annotators are, on reviewed articles only', () => {
    const { gold, reviewed } = report();
    expect(reviewed).toBe(1);
    expect(
      gold!.map(({ annotatorId, articles, spans, goldSpans }) => [annotatorId, articles, spans, goldSpans]),
    ).toEqual([
      ['A', 1, 5, 5],
      ['B', 1, 5, 5],
    ]);
    // The pairs AC and BC of the news article.
    const values = gold!.map(({ f1 }) => [f1.strict.value, f1.partial.value, f1.type.value]);
    expect(values[0]).toEqual([0.4, 0.7, 1]);
    expect(values[1]).toEqual([0.2, 0.5, 0.8]);
    expect(gold!.map(({ precision, recall }) => [precision.value, recall.value])).toEqual([
      [0.4, 0.4],
      [0.2, 0.2],
    ]);
    const entity = gold!.map(({ labels }) => labels.find(({ label }) => label === 'entity')!.tokens.cohen.value!);
    expect(entity[0]).toBeCloseTo(0.87218, 6);
    expect(entity[1]).toBeCloseTo(0.767123, 6);
  });

  test('has γ by the settings', () => {
    const gamma = { ...DEFAULT_SETTINGS.gamma!, samples: 3 };
    const { gold } = report({ ...WITH_GOLD, gamma });
    expect(gold![0]!.gamma!.gamma.observed).toBeCloseTo(0.016331, 6);
    expect(gold![1]!.gamma!.gamma.observed).toBeCloseTo(0.405537, 6);
  });

  test('precision and recall differ where one of them marked more', () => {
    const input = { ...INPUT, gold: [goldOf('harbour', ['entity 0-16', 'claim 0-20'])] };
    const [ada] = report(WITH_GOLD, input).gold!;
    expect([ada!.precision.value, ada!.recall.value]).toEqual([1, 0.5]);
    expect(ada!.tendency).toMatchObject({ extra: 0, missing: 0.5 });
  });

  test('is not computed unless it is asked for, and changes no other figure', () => {
    const { gold, ...rest } = report({ ...WITH_GOLD, includesGold: false });
    expect(gold).toBeUndefined();
    expect(rest.reviewed).toBe(1);
    const { gold: _, method: __, ...same } = report();
    expect(same).toEqual({ ...rest, method: undefined });
  });

  test('is by their layer as it was before review, unless that is asked for otherwise', () => {
    const decisions = [{ articleId: 'news' as ArticleId, at: '2024-06-17T09:30:00.000Z' }];
    const later = '2024-06-18T09:30:00.000Z';
    const layers = INPUT.layers.map((layer) =>
      layer.annotatorId === 'A' && layer.articleId === 'news' ? { ...layer, changedAt: later } : layer,
    );
    // Gold is as old as its last decision, which does not leave it out.
    const gold = [{ ...goldOf('news', C!), changedAt: later }];
    const input = { ...INPUT, layers, decisions, gold };
    expect(report(WITH_GOLD, input).gold!.map(({ annotatorId }) => annotatorId)).toEqual(['B']);
    const all = report({ ...WITH_GOLD, includesChangedSince: true }, input).gold!;
    expect(all.map(({ annotatorId }) => annotatorId)).toEqual(['A', 'B']);
  });

  test('is of those only who were chosen, and of a text that counts', () => {
    const chosen = report({ ...WITH_GOLD, annotatorIds: ['B' as AnnotatorId] });
    expect(chosen.gold!.map(({ annotatorId }) => annotatorId)).toEqual(['B']);
    const [news, harbour] = INPUT.articles;
    const corrected = { ...INPUT, articles: [news!, { ...harbour!, correctionOf: news!.id }] };
    expect(report(WITH_GOLD, corrected)).toMatchObject({ reviewed: 0, gold: [] });
  });
});

function behind(question: BehindQuestion): Behind {
  return spansBehind(INPUT, WITH_GOLD, question, 100);
}

function pairOf(annotatorId: AnnotatorId): PairOfAnnotators {
  return { one: AS_GOLD, other: annotatorId };
}

describe('what is behind a figure against gold', () => {
  const [ada, bo] = report().gold!;

  test.each([ada!, bo!])('has as many cases as the cells say: $annotatorId', (one) => {
    const labels: readonly (LabelId | undefined)[] = [...one.labelIds, undefined];
    const pair = pairOf(one.annotatorId);
    const counts = labels.map((row) =>
      labels.map((column) =>
        row === undefined && column === undefined ? 0 : behind({ kind: 'confusion', pair, row, column }).count,
      ),
    );
    expect(counts).toEqual(one.confusion);
    const disagreed = behind({ kind: 'disagreements', pair }).count;
    const same = one.precision.value! * one.spans;
    const matched = one.confusion
      .slice(0, -1)
      .reduce((sum, row) => sum + row.slice(0, -1).reduce((a, b) => a + b, 0), 0);
    expect(disagreed).toBe(one.spans + one.goldSpans - matched - same);
  });

  test('leads to a group of review also where only gold has a span, by somebody who marked the same', () => {
    const { cases } = behind({ kind: 'missing', annotatorId: 'B' as AnnotatorId, pair: pairOf('B' as AnnotatorId) });
    expect(cases.map(({ one, other, at }) => [one.annotatorId, other!.annotatorId, at])).toEqual([
      ['B', AS_GOLD, { annotatorId: 'A', spanId: 'claim 67-97' }],
    ]);
  });
});

test('files have the figures against gold, and call it so', () => {
  const found = report();
  expect(reportMarkdown(found, NAMES)).toMatch(/\| Ada \| 0\.400 \| 0\.400 \| 0\.700 \| 1\.000 \| 0\.873 \| 0\.400 \|/);
  const csv = figuresCsv(found, NAMES);
  expect(csv).toMatch(/^Gold,Bo,"Span F1, strict",0\.2,,,1,10,/m);
  expect(csv).toMatch(/^Gold,Ada,"Entity: Cohen’s κ, tokens, mean of pairs",0\.87/m);
  expect(methodsParagraph(found)).toContain('strict span F1 of 2 annotators was 0.200 to 0.400');
  expect(figuresCsv(report({ ...WITH_GOLD, includesGold: false }), NAMES)).not.toContain('Gold');
  expect(NAMES.annotator(AS_GOLD)).toBe('Gold');
});
