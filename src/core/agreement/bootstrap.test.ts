import { describe, expect, test } from 'vitest';
import { drawResamples, figuresOf, type Statistic, sumOf } from './bootstrap.ts';
import { type Figure, ratioOutcome } from './figure.ts';

/** The share of successes, each article having as many of as many trials. */
function shares(articles: readonly (readonly [part: number, whole: number])[]): Statistic {
  return {
    width: 2,
    rows: articles.map((values, article) => ({ article, columns: [0, 1], values })),
    measures: [
      { name: 'share', articles: articles.length, of: (sums) => ratioOutcome(sums[0]!, sums[1]!) },
      { name: 'whole', articles: 9, of: (sums) => ({ value: sums[1]!, n: 1 }) },
    ],
  };
}

function figures(statistic: Statistic, resamples = 2000, seed = 1): ReadonlyMap<string, Figure> {
  const work = figuresOf(statistic, drawResamples(statistic.rows.length, resamples, seed));
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

function figure(statistic: Statistic, resamples = 2000, seed = 1): Figure {
  return figures(statistic, resamples, seed).get('share')!;
}

const HALF = shares(Array.from({ length: 100 }, (_, article) => [article % 2, 1]));

describe('the interval of a figure', () => {
  test('is that of theory: a share of a half in a hundred articles is known to ± 0.098', () => {
    const { value, interval, articles, n } = figure(HALF);
    expect([value, articles, n]).toEqual([0.5, 100, 100]);
    expect(interval!.low).toBeCloseTo(0.402, 1);
    expect(interval!.high).toBeCloseTo(0.598, 1);
    expect(interval!.high - interval!.low).toBeGreaterThan(0.17);
    expect(interval!.high - interval!.low).toBeLessThan(0.22);
    expect(interval!.undefinedResamples).toBe(0);
  });

  test('is narrow where all articles say the same, whatever their size', () => {
    const { interval } = figure(shares(Array.from({ length: 20 }, (_, article) => [2 * article + 2, 4 * article + 4])));
    expect(interval).toEqual({ low: 0.5, high: 0.5, undefinedResamples: 0 });
  });

  test('is the same for the same seed, and hardly another for another', () => {
    expect(figure(HALF, 500, 7)).toEqual(figure(HALF, 500, 7));
    expect(figure(HALF, 500, 8).interval).not.toEqual(figure(HALF, 500, 7).interval);
    expect(figure(HALF, 500, 8).interval!.low).toBeCloseTo(figure(HALF, 500, 7).interval!.low, 1);
  });

  test.each([
    ['few-articles', shares(Array.from({ length: 9 }, () => [1, 2])), 100],
    ['not-asked', HALF, 0],
    ['no-value', shares(Array.from({ length: 30 }, () => [0, 0])), 100],
    // One article in thirty has data: a third of the resamples have none.
    ['often-undefined', shares(Array.from({ length: 30 }, (_, article) => (article === 0 ? [1, 2] : [0, 0]))), 1000],
  ])('is not there: %s', (reason, statistic, resamples) => {
    const found = figure(statistic, resamples);
    expect(found.noInterval).toBe(reason);
    expect(found).not.toHaveProperty('interval');
  });

  test('counts the articles of each measure by itself', () => {
    expect(figures(HALF, 100).get('whole')).toMatchObject({ value: 100, articles: 9, noInterval: 'few-articles' });
  });
});

test('every resample has as many articles as there are, each about as often', () => {
  const { times } = drawResamples(50, 400, 3);
  const perArticle = Array.from({ length: 50 }, () => 0);
  for (let resample = 0; resample < 400; resample += 1) {
    const drawn = times.subarray(resample * 50, (resample + 1) * 50);
    expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(50);
    for (const [article, count] of drawn.entries()) perArticle[article]! += count;
  }
  expect(Math.min(...perArticle)).toBeGreaterThan(320);
  expect(Math.max(...perArticle)).toBeLessThan(480);
});

test('sums are over all rows, and more articles than can be counted are refused', () => {
  expect([...sumOf(HALF)]).toEqual([50, 100]);
  expect(() => drawResamples(70_000, 1, 1)).toThrow(RangeError);
});

test('tells how many resamples are done', () => {
  expect([...figuresOf(HALF, drawResamples(100, 250, 1))]).toEqual([0, 100, 200]);
});
