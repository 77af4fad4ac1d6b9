import { expect, test } from 'vitest';
import { type ArticleId } from '#core/project/project.ts';
import { agreementReport, DEFAULT_SETTINGS } from './agreement-report.ts';
import { judged } from './agreement.arbitrary.ts';
import { finish } from './progress.ts';

const QUICK = { ...DEFAULT_SETTINGS, resamples: 0, gamma: undefined };
const INPUT = judged([
  { id: 'one', text: 'Ada met Bo.', spans: { A: ['entity 0-3'], B: ['entity 0-3'], C: ['entity 8-10'] } },
]);
const [a, b, c] = INPUT.layers;
const decidedAt = (at: string, articleId = 'one') => ({ articleId: articleId as ArticleId, at });

test('a layer that was changed after the first decision about its article is left out, and named', () => {
  const layers = [a!, { ...b!, changedAt: '2024-06-18T00:00:00.000Z' }, c!];
  const decisions = [decidedAt('2024-06-19T00:00:00.000Z'), decidedAt('2024-06-17T12:00:00.000Z')];
  const { annotatorIds, changedSince, pairs } = finish(agreementReport({ ...INPUT, layers, decisions }, QUICK));
  expect(annotatorIds).toEqual(['A', 'C']);
  expect(pairs).toHaveLength(1);
  expect(changedSince).toEqual([{ articleId: 'one', annotatorId: 'B' }]);
});

test('it is compared where that is asked for', () => {
  const layers = [a!, { ...b!, changedAt: '2024-06-18T00:00:00.000Z' }, c!];
  const decisions = [decidedAt('2024-06-17T12:00:00.000Z')];
  const settings = { ...QUICK, includesChangedSince: true };
  const { annotatorIds, changedSince } = finish(agreementReport({ ...INPUT, layers, decisions }, settings));
  expect(annotatorIds).toEqual(['A', 'B', 'C']);
  expect(changedSince).toEqual([]);
});

test('a time without a fraction of a second is before any within that second', () => {
  const layers = [a!, { ...b!, changedAt: '2024-06-18T00:00:00Z' }, c!];
  const report = (at: string) => finish(agreementReport({ ...INPUT, layers, decisions: [decidedAt(at)] }, QUICK));
  expect(report('2024-06-18T00:00:00.500Z').changedSince).toEqual([]);
  expect(report('2024-06-17T23:59:59.500Z').changedSince).toEqual([{ articleId: 'one', annotatorId: 'B' }]);
});

test('a decision at the same moment, or about another article, leaves nothing out', () => {
  const decisions = [decidedAt(a!.changedAt), decidedAt('2024-06-01T00:00:00.000Z', 'other')];
  expect(finish(agreementReport({ ...INPUT, decisions }, QUICK)).annotatorIds).toEqual(['A', 'B', 'C']);
});
