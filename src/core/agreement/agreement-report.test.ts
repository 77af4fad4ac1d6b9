import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEWS_TEXT, newsLayers } from '#core/alignment/compared.arbitrary.ts';
import { attribute, label } from '#core/labels/default-label-set.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { bundleOf } from '#core/search/corpus.arbitrary.ts';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type BehindQuestion } from './behind-question.ts';
import { spansBehind } from './spans-behind.ts';
import { agreementReport, DEFAULT_SETTINGS } from './agreement-report.ts';
import { judged, type JudgedArticle, textOf } from './agreement.arbitrary.ts';
import { type AgreementInput } from './compared.ts';
import { type Figure, type Outcome } from './figure.ts';
import { finish } from './progress.ts';
import { type AgreementReport, type AgreementSettings } from './report.ts';
import { SCHEMES, type Scheme } from './span-scores.ts';

const QUICK: AgreementSettings = { ...DEFAULT_SETTINGS, resamples: 0, gamma: undefined };

function reportOf(input: AgreementInput, settings = QUICK): AgreementReport {
  return finish(agreementReport(input, settings));
}

const [NEWS_A, NEWS_B, NEWS_C] = newsLayers().map(({ spans }) => spans.map(({ id }) => id as string));
const NEWS: JudgedArticle = { id: 'news', text: NEWS_TEXT, spans: { A: NEWS_A!, B: NEWS_B!, C: NEWS_C! } };
const HARBOUR: JudgedArticle = {
  id: 'harbour',
  text: 'Harbor officials declined to comment.',
  spans: { A: [], B: ['entity 0-16'], C: ['entity 0-6'] },
};

function labelOf(report: AgreementReport, id: string) {
  return report.labels.find((each) => each.label === id)!;
}

function expectValues(found: readonly Outcome[], expected: readonly number[]): void {
  expect(found.map(({ value }) => value)).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(found[index]!.value).toBeCloseTo(value, 6);
}

describe('the news article of three annotators', () => {
  const one = reportOf(judged([NEWS]));
  const two = reportOf(judged([HARBOUR, NEWS]));

  test('is counted', () => {
    expect(one.counts).toEqual({ articles: 1, spans: 15, characters: 153, tokens: 34 });
    expect(two.counts).toEqual({ articles: 2, spans: 17, characters: 190, tokens: 40 });
    expect(one.annotatorIds).toEqual(['A', 'B', 'C']);
  });

  test.each<[Scheme, readonly number[], number, readonly number[], number]>([
    ['strict', [0.4, 0.4, 0.2], 1 / 3, [0.363636, 0.363636, 0.166667], 0.29798],
    ['exact', [0.4, 0.4, 0.2], 1 / 3, [0.363636, 0.363636, 0.166667], 0.29798],
    ['partial', [0.6, 0.7, 0.5], 0.6, [0.545455, 0.636364, 0.5], 0.560606],
    ['type', [0.8, 1, 0.8], 0.866667, [0.727273, 0.909091, 0.833333], 0.823232],
    ['soft', [0.664286, 0.872753, 0.708467], 0.748502, [], 0],
  ])('span F1, %s', (scheme, pairs, mean, pooled, pooledMean) => {
    expectValues(
      one.pairs.map(({ f1 }) => f1[scheme]),
      pairs,
    );
    expectValues([one.headline.f1[scheme]], [mean]);
    if (pooled.length === 0) return;
    expectValues(
      two.pairs.map(({ f1 }) => f1[scheme]),
      pooled,
    );
    expectValues([two.headline.f1[scheme]], [pooledMean]);
  });

  test.each([
    ['entity', [0, 0.5, 0.4], [0, 0.4, 0.285714]],
    ['claim', [0.666667, 0.5, 0], [0.666667, 0.5, 0]],
    ['quote', [1, 0, 0], [1, 0, 0]],
  ])('strict F1 of the label %s', (id, pairs, pooled) => {
    const of = (report: AgreementReport) =>
      report.pairs.map(({ labels }) => labels.find((each) => each.label === id)!.f1.strict);
    expectValues(of(one), pairs);
    expectValues(of(two), pooled);
  });

  test.each([
    ['tokens', 'entity', 1, [0.675159, 0.87218, 0.767123], 0.765517, 0.767816],
    ['tokens', 'entity', 2, [0.545455, 0.771429, 0.727273], 0.673203, 0.675926],
    ['tokens', 'claim', 1, [0.564103, 0.936803, 0.514286], 0.675602, 0.678782],
    ['tokens', 'claim', 2, [0.583333, 0.94186, 0.536424], 0.695542, 0.698079],
    ['tokens', 'quote', 1, [1, 0.837321, 0.837321], 0.894026, 0.895065],
    ['tokens', 'quote', 2, [1, 0.844358, 0.844358], 0.898947, 0.899789],
    ['characters', 'entity', 1, [0.634126, 0.846949, 0.743562], 0.734718, 0.735296],
    ['characters', 'entity', 2, [0.451252, 0.732645, 0.650796], 0.596603, 0.597311],
    ['characters', 'claim', 1, [0.54292, 0.932103, 0.490824], 0.65573, 0.65648],
    ['characters', 'claim', 2, [0.571364, 0.939942, 0.523571], 0.686005, 0.686556],
    ['characters', 'quote', 1, [1, 0.960496, 0.960496], 0.973857, 0.973914],
    ['characters', 'quote', 2, [1, 0.962428, 0.962428], 0.975153, 0.975197],
  ] as const)('κ and α over %s of the label %s in %i articles', (unit, id, articles, kappas, fleiss, alpha) => {
    const report = articles === 1 ? one : two;
    expectValues(
      report.pairs.map(({ labels }) => labels.find((each) => each.label === id)![unit]),
      kappas,
    );
    const figures = labelOf(report, id)[unit];
    expectValues([figures.fleiss, figures.alpha], [fleiss, alpha]);
    expectValues([figures.cohen], [kappas.reduce((sum, kappa) => sum + kappa, 0) / 3]);
  });

  test('α over tokens with sets of labels', () => {
    const { nominal, jaccard, masi } = one.headline.sets;
    expectValues([nominal, jaccard, masi], [0.683386, 0.75, 0.727027]);
    const pooled = two.headline.sets;
    expectValues([pooled.nominal, pooled.jaccard, pooled.masi], [0.668061, 0.728817, 0.708035]);
  });

  test('uα of each label, and summed', () => {
    expectValues(
      one.labels.map(({ unitizing }) => unitizing),
      [0.736354, 0.663811, 0.974291],
    );
    expectValues([one.headline.unitizing], [0.780828]);
    expectValues(
      two.labels.map(({ unitizing }) => unitizing),
      [0.598689, 0.690891, 0.975429],
    );
    expectValues([two.headline.unitizing], [0.747162]);
  });

  test('αU of each label, and that of two articles between those of each', () => {
    expectValues(
      one.labels.map(({ earlier }) => earlier),
      [0.853403, 0.556746, 0.998662],
    );
    const alone = reportOf(judged([HARBOUR]));
    expect(two.headline.earlier.value).toBeLessThan(one.headline.earlier.value!);
    expect(two.headline.earlier.value).toBeGreaterThan(alone.headline.earlier.value!);
  });

  test('labels on one continuum say nothing where spans of different labels overlap', () => {
    for (const figure of Object.values(one.headline.continuum)) {
      expect(figure).toMatchObject({ value: null, reason: 'labels-overlap' });
    }
  });

  test('γ’s disorders', () => {
    const gamma = { ...DEFAULT_SETTINGS.gamma!, samples: 1 };
    const of = (annotators: readonly string[]) =>
      reportOf(judged([NEWS]), { ...QUICK, gamma, annotatorIds: annotators as readonly AnnotatorId[] }).headline.gamma!;
    expect(of(['A', 'B', 'C']).gamma.observed).toBeCloseTo(0.346942, 6);
    expect(of(['A', 'B']).gamma.observed).toBeCloseTo(0.418958, 6);
    expect(of(['C', 'A']).gamma.observed).toBeCloseTo(0.016331, 6);
  });

  test('what one chose where another chose something else', () => {
    expect(one.pairs[0]!.confusion).toEqual([
      [2, 0, 0, 0],
      [0, 1, 0, 1],
      [0, 0, 1, 0],
      [1, 0, 0, 0],
    ]);
    expect(one.confusion).toEqual([
      [6, 0, 0, 2],
      [0, 4, 0, 2],
      [0, 0, 3, 0],
      [2, 2, 0, 0],
    ]);
  });

  test('how far edges are apart', () => {
    expect(one.pairs[0]!.offsets).toEqual({
      starts: [
        { offset: -4, count: 1 },
        { offset: 0, count: 2 },
        { offset: 6, count: 1 },
      ],
      ends: [{ offset: 0, count: 4 }],
    });
    expect(one.offsets.starts).toContainEqual({ offset: 6, count: 2 });
    expect(one.offsets.starts).toContainEqual({ offset: -6, count: 2 });
  });

  test('who marks more, less, earlier or later than others', () => {
    const [a, b] = one.annotators;
    expect(b).toMatchObject({ annotatorId: 'B', articles: 1, spans: 5, spansByLabel: [3, 1, 1] });
    // B alone has the critics, and lacks the claim of the other two.
    expect([b!.extra, b!.missing]).toEqual([0.2, 0.2]);
    // Against B: 6 earlier, 4 later. Against C: 6 earlier, 5 later, 1 earlier.
    expect(a!.startOffset).toBeCloseTo((-6 + 4 - 6 + 5 - 1) / 9, 12);
    expect(a!.meanLength).toBeCloseTo((14 + 12 + 33 + 29 + 30) / 5, 12);
  });

  test('articles with the most disagreements come first, with what their figures are made of', () => {
    expect(two.articles.map(({ articleId, disagreements }) => [articleId, disagreements])).toEqual([
      ['news', 15 * 2 - 13 - 5],
      ['harbour', 3],
    ]);
    expect(two.articles[1]!.annotators).toEqual([
      { annotatorId: 'A', spans: 0 },
      { annotatorId: 'B', spans: 1 },
      { annotatorId: 'C', spans: 1 },
    ]);
    expect(two.articles[1]!.pairs[2]).toMatchObject({
      one: 'B',
      other: 'C',
      spans: 2,
      matched: 1,
      sameLabel: 1,
      same: 0,
    });
    expect(two.articles[0]!.f1.strict.value).toBeCloseTo(1 / 3, 9);
  });
});

describe('five spans in a text of a thousand characters', () => {
  type Place = readonly [from: number, to: number];
  const PLACES: readonly Place[] = [
    [100, 112],
    [300, 320],
    [420, 428],
    [600, 625],
    [880, 890],
  ];
  const HALVES: readonly Place[] = [
    [300, 310],
    [310, 320],
  ];
  const IN_HALVES = PLACES.flatMap((place) => (place[0] === 300 ? HALVES : [place]));
  const written = (places: readonly Place[]): readonly string[] => places.map(([from, to]) => `entity ${from}-${to}`);

  test.each<[string, readonly Place[], number, readonly number[]]>([
    ['the same', PLACES, 1000, [1, 1, 1, 1, 1]],
    ['all shifted by 2', PLACES.map(([from, to]) => [from + 2, to + 2]), 1000, [0, 0.5, 0.855856, 0.856019, 0.982697]],
    ['all longer by 4', PLACES.map(([from, to]) => [from, to + 4]), 1000, [0, 0.5, 0.871589, 0.87159, 0.971926]],
    ['one in two halves', IN_HALVES, 1000, [0.727273, 0.818182, 1, 1, 0.907357]],
    [
      'the shortest missing',
      PLACES.filter(([from]) => from !== 420),
      1000,
      [0.888889, 0.888889, 0.939371, 0.939424, 0.971845],
    ],
    [
      'the longest missing',
      PLACES.filter(([from]) => from !== 600),
      1000,
      [0.888889, 0.888889, 0.787234, 0.786876, 0.654787],
    ],
    ['one of five', [[300, 320]], 1000, [1 / 3, 1 / 3, 0.402174, 0.392734, 0.407032]],
    ['one of five, longer by 5', [[300, 325]], 1000, [0, 0.166667, 0.376623, 0.36903, 0.457433]],
    ['other places', PLACES.map(([from, to]) => [from + 50, to + 50]), 1000, [0, 0, -0.081081, -0.079861, -0.153267]],
    ['nothing', [], 1000, [0, 0, 0, -0.038115, -0.085633]],
    ['everything', [[0, 1000]], 1000, [0, 0.166667, 0, -0.394299, -0.414307]],
    [
      'all shifted by 2 in a longer text',
      PLACES.map(([from, to]) => [from + 2, to + 2]),
      10_000,
      [0, 0.5, 0.865659, 0.865667, 0.984794],
    ],
  ])('and %s', (_, other, length, expected) => {
    const report = reportOf(
      judged([{ id: 'a', text: textOf(length), spans: { A: written(PLACES), B: written(other) } }]),
    );
    const { f1, characters, unitizing, earlier } = labelOf(report, 'entity');
    expectValues([f1.strict, f1.partial, characters.cohen, unitizing, earlier], expected);
  });

  test.each<[string, readonly Place[], number]>([
    ['all shifted by 2', PLACES.map(([from, to]) => [from + 2, to + 2]), 0.983],
    ['all longer by 4', PLACES.map(([from, to]) => [from, to + 4]), 0.988],
    ['one in two halves', IN_HALVES, 0.885],
    ['the shortest missing', PLACES.filter(([from]) => from !== 420), 0.874],
    ['the longest missing', PLACES.filter(([from]) => from !== 600), 0.876],
    ['one of five', [[300, 320]], 0.301],
    ['other places', PLACES.map(([from, to]) => [from + 50, to + 50]), -0.144],
    ['nothing', [], 0],
    ['the same', PLACES, 1],
  ])('γ with %s', (_, other, expected) => {
    const { gamma } = reportOf(
      judged([{ id: 'a', text: textOf(1000), spans: { A: written(PLACES), B: written(other) } }]),
      { ...QUICK, gamma: { ...DEFAULT_SETTINGS.gamma!, samples: 1000 } },
    ).headline;
    expect(Math.abs(gamma!.gamma.value! - expected)).toBeLessThan(0.01 + 3 * gamma!.samplingError);
    expect(gamma!.samplingError).toBeLessThan(0.02);
  });
});

test('two annotators whose labels exclude each other, on one continuum', () => {
  const report = reportOf(
    judged([
      {
        id: 'a',
        text: textOf(60),
        spans: {
          Alex: ['1 0-7', '2 7-13', '5 30-32', '6 32-37', '6 37-44', '7 44-60'],
          Paul: ['1 0-7', '3 7-13', '5 13-21', '6 32-44'],
          Suzan: ['1 0-7', '4 7-13', '5 13-21', '6 32-37', '6 37-41', '6 41-44'],
        },
      },
    ]),
  );
  const { unitizing, marking, coding } = report.headline.continuum;
  expectValues([unitizing, marking, coding], [0.509982, 0.413599, 0.724169]);
  expect(coding.coverage).toBeCloseTo(0.461111, 6);
  expectValues([labelOf(report, '5').coding], [1]);
  expect(labelOf(report, '7').coding).toMatchObject({ value: null, reason: 'no-overlap' });
});

/** An article that B has not finished. */
function part(status: 'in-progress' | 'not-started'): JudgedArticle {
  return {
    id: 'open',
    text: textOf(50),
    spans: { A: ['entity 0-9'], B: ['entity 20-30'] },
    statuses: { B: status },
  };
}

/** An article on which A, finished or not, has nothing. */
function silent(status: 'done' | 'not-started'): JudgedArticle {
  return { ...HARBOUR, spans: { A: [], B: ['entity 0-16'] }, statuses: { A: status } };
}

describe('what is not finished', () => {
  const before = reportOf(judged([NEWS, HARBOUR]));

  test.each([
    ['an article that one has not finished', part('in-progress'), 'one-finished'],
    ['an article that one has not started', part('not-started'), 'one-finished'],
    ['an article of one annotator', { id: 'open', text: textOf(50), spans: { A: ['claim 0-9'] } }, 'one-finished'],
    ['an article of nobody', { id: 'open', text: textOf(50), spans: {} }, 'none-finished'],
    [
      'an article that a corrected one takes the place of',
      { id: 'open', text: 'x', spans: { A: [], B: [] } },
      'corrected',
    ],
  ])('changes no figure: %s', (_, article, why) => {
    const news = why === 'corrected' ? { ...NEWS, correctionOf: 'open' } : NEWS;
    const report = reportOf(judged([news, article, HARBOUR]));
    expect(report.leftOut).toEqual([{ articleId: 'open', title: 'open', why }]);
    expect({ ...report, leftOut: [], progress: [] }).toEqual({ ...before, leftOut: [], progress: [] });
  });

  test('is compared where that is asked for', () => {
    const input = judged([part('in-progress')]);
    expect(reportOf(input).counts.articles).toBe(0);
    expect(reportOf(input, { ...QUICK, includesInProgress: true }).counts.articles).toBe(1);
    expect(reportOf(judged([part('not-started')]), { ...QUICK, includesInProgress: true }).counts.articles).toBe(0);
  });

  test('shows in how far annotators are', () => {
    const { progress } = reportOf(judged([NEWS, part('in-progress'), { id: 'new', text: 'x', spans: {} }]));
    expect(progress[1]).toEqual({ annotatorId: 'B', compared: 1, done: 1, inProgress: 1, notStarted: 1 });
  });

  test('differs from finished with nothing, which counts', () => {
    expect(reportOf(judged([silent('done')])).headline.f1.strict.value).toBe(0);
    expect(reportOf(judged([silent('not-started')])).headline.f1.strict.value).toBe(null);
  });
});

test('annotators without a common article have a pair without values', () => {
  const report = reportOf(
    judged([
      { id: 'a', text: textOf(40), spans: { A: ['entity 0-4'], B: ['entity 0-4'] } },
      { id: 'b', text: textOf(40), spans: { B: ['entity 0-4'], C: ['entity 0-5'] } },
    ]),
  );
  expect(report.pairs.map(({ one, other, articles, f1 }) => [one + other, articles, f1.strict.value])).toEqual([
    ['AB', 1, 1],
    ['AC', 0, null],
    ['BC', 1, 0],
  ]);
  expect(report.pairs[1]!.f1.strict.reason).toBe('no-overlap');
  expect(report.headline.f1.strict.value).toBe(0.5);
  expect(labelOf(report, 'entity').characters.fleiss).toMatchObject({ value: null, articles: 0 });
});

test('spans that say the same count once, overlaps of one label are joined for uα, and both are told', () => {
  const report = reportOf(
    judged([
      {
        id: 'a',
        text: textOf(40),
        spans: { A: ['entity 0-4', 'entity 0-4:again', 'entity 2-8'], B: ['entity 0-4', 'entity 2-8'] },
      },
    ]),
  );
  expect(report.headline.f1.strict.value).toBe(1);
  expect(report.warnings).toEqual([
    { kind: 'few-articles', articles: 1 },
    { kind: 'overlaps-merged', count: 2 },
    { kind: 'twins-left-out', count: 1 },
  ]);
});

/** So many articles in which B now and then does as A does. */
function many(count: number, agrees: (article: number) => boolean): readonly JudgedArticle[] {
  return Array.from({ length: count }, (_, article) => ({
    id: `article ${article}`,
    text: textOf(200),
    at: `2024-06-${String(10 + article).padStart(2, '0')}T09:30:00.000Z`,
    spans: {
      A: ['entity 10-20', 'claim 50-90'],
      B: agrees(article) ? ['entity 10-20', 'claim 50-90'] : ['entity 12-20'],
    },
  }));
}

describe('intervals', () => {
  const settings = { ...QUICK, resamples: 200, gamma: { ...DEFAULT_SETTINGS.gamma!, samples: 2 } };

  test('lie around every figure of ten articles', () => {
    const report = reportOf(judged(many(10, (article) => article % 2 === 0)), settings);
    const figures: readonly Figure[] = [
      ...SCHEMES.map((scheme) => report.headline.f1[scheme]),
      report.headline.gamma!.gamma,
      report.headline.unitizing,
      report.headline.sets.masi,
      labelOf(report, 'claim').characters.alpha,
      labelOf(report, 'claim').tokens.fleiss,
      report.pairs[0]!.labels[1]!.tokens,
    ];
    for (const { value, interval, articles } of figures) {
      expect(articles).toBe(10);
      expect(interval!.low).toBeLessThanOrEqual(value!);
      expect(interval!.high).toBeGreaterThanOrEqual(value!);
      expect(interval!.high - interval!.low).toBeGreaterThan(0.02);
    }
  });

  test('are not there for nine', () => {
    const report = reportOf(judged(many(9, (article) => article % 2 === 0)), settings);
    expect(report.headline.f1.strict).toMatchObject({ articles: 9, noInterval: 'few-articles' });
    expect(report.warnings[0]).toEqual({ kind: 'few-articles', articles: 9 });
  });

  test('and everything else are the same for the same seed, and differ for another', () => {
    const input = judged(many(12, (article) => article % 3 > 0));
    expect(reportOf(input, settings)).toEqual(reportOf(input, settings));
    const other = reportOf(input, { ...settings, seed: 2 });
    expect(other.headline.f1.strict.value).toBe(reportOf(input, settings).headline.f1.strict.value);
    expect(other.headline.gamma!.gamma.value).not.toBe(reportOf(input, settings).headline.gamma!.gamma.value);
  });
});

describe('agreement over time', () => {
  test('shows how annotators come to agree', () => {
    const { curve } = reportOf(judged(many(20, (article) => article >= 10)));
    expect(curve.map(({ articleIds, f1 }) => [articleIds.length, f1.strict.value])).toEqual([
      [5, 0],
      [5, 0],
      [5, 1],
      [5, 1],
    ]);
    expect([curve[0]!.from, curve[0]!.to]).toEqual(['2024-06-10T09:30:00.000Z', '2024-06-14T09:30:00.000Z']);
    expect(curve[3]!.unitizing.value).toBe(1);
  });

  test.each([
    ['there are too few articles', many(9, () => true)],
    ['all have one time', many(20, () => true).map((article) => ({ ...article, at: '2024-06-10T09:30:00.000Z' }))],
    ['none has a time', many(20, () => true).map((article) => ({ ...article, at: '' }))],
  ])('says nothing where %s', (_, articles) => {
    expect(reportOf(judged(articles)).curve).toEqual([]);
  });
});

/** A layer with quotations, what is said about them, and links. */
function saidBy(by: string, forms: readonly string[], tags: readonly (readonly string[])[], links: readonly string[]) {
  return {
    by,
    status: 'done' as const,
    spans: [
      ...['One', 'two', 'three'].map((words, index) => ({
        label: 'quote',
        words,
        id: `q${index}`,
        values: { ...(forms[index] ? { form: forms[index] } : {}), ...(tags[index] ? { tags: tags[index] } : {}) },
      })),
      { label: 'name', words: by === 'B' ? 'four five' : 'four', id: 'n0' },
      ...(by === 'B' ? [] : [{ label: 'name', words: 'seven', id: 'n1' }]),
    ],
    links,
  };
}

describe('links and attributes', () => {
  const labelSet = {
    labels: [
      label('quote', 'Quote', {
        attributes: [
          attribute('form', 'Form', 'choice', '', ['direct:Direct', 'indirect:Indirect']),
          attribute('tags', 'Tags', 'several', '', ['a:A', 'b:B', 'c:C']),
        ],
      }),
      label('name', 'Name', {}),
    ],
    linkTypes: [],
  };
  const text = 'One two three four five six seven.';
  const { articles, layers } = bundleOf(
    [
      {
        title: 'a',
        text,
        layers: [
          saidBy(
            'A',
            ['direct', 'direct', 'indirect'],
            [['a'], ['a', 'b'], ['c']],
            ['speaker: q0 > n0', 'speaker: q1 > n0', 'speaker: q2 > n1', 'same-as: q0 > q1'],
          ),
          saidBy(
            'B',
            ['direct', 'indirect', ''],
            [['a'], ['a']],
            ['speaker: q0 > n0', 'cited: q1 > n0', 'same-as: q1 > q0'],
          ),
        ],
      },
    ],
    labelSet,
  );
  const report = reportOf({ articles, layers, labelSet });

  test('α of an attribute is over spans that both marked and said something about', () => {
    const [form, tags] = labelOf(report, 'quote').attributes;
    expect([form!.attribute, tags!.attribute]).toEqual(['form', 'tags']);
    // direct–direct and direct–indirect: D_o = 1/2, D_e = 2 · 3 · 1 / (4 · 3).
    expect(form!.figures).toMatchObject([{ distance: 'nominal', figure: { value: 0, n: 4 } }]);
    // {a}–{a} and {ab}–{a}: by Jaccard 1/4 against 2 · 3 · 1 · ½ / 12.
    expect(tags!.figures.map(({ distance, figure }) => [distance, figure.value])).toEqual([
      ['jaccard', 0],
      ['masi', 0],
    ]);
    expect(tags!.figures[0]!.figure.observed).toBeCloseTo(3 / 4, 12);
    expect(tags!.figures[1]!.figure.observed).toBeCloseTo(2 / 3, 12);
    expect(labelOf(report, 'name').attributes).toEqual([]);
  });

  test('F1 of links is of all, or of those between matched spans; same-as has no direction', () => {
    const { all, aligned, types } = report.headline.links;
    expect(all).toMatchObject({ value: 4 / 7, n: 7 });
    expect(aligned).toMatchObject({ value: 4 / 6, n: 6 });
    expect(types.map((each) => [each.type, each.aligned.value])).toEqual([
      ['cited', 0],
      ['same-as', 1],
      ['speaker', 2 / 3],
    ]);
    expect(report.pairs[0]!.links.value).toBe(4 / 6);
  });

  const behind = (question: BehindQuestion) => spansBehind({ articles, layers, labelSet }, QUICK, question, 50);

  const links = (which: 'all' | 'aligned', type?: string) =>
    behind({ kind: 'links', which, type: type as LinkTypeId | undefined, pair: undefined });
  const said = (id: string) => behind({ kind: 'attribute', label: 'quote' as LabelId, attribute: id as AttributeId });

  test('behind F1 of links are those that only one has, with both of their ends', () => {
    // Seven links, of which two are in both layers; one has an end that the other annotator did not mark.
    expect(links('all').count).toBe(7 - 2 * 2);
    expect(links('aligned').count).toBe(6 - 2 * 2);
    expect(links('aligned', 'same-as').count).toBe(0);
    expect(links('aligned').cases.map(({ one, other }) => [one.span, one.link, other!.link])).toMatchObject([
      [{ words: 'two' }, { type: 'speaker', to: { words: 'four' } }, undefined],
      [{ words: 'two' }, undefined, { type: 'cited', to: { words: 'four five' } }],
    ]);
    expect(links('all').cases.at(-1)).toMatchObject({ one: { link: { to: { words: 'seven' } } } });
  });

  test('behind α of an attribute are spans about which two say different things', () => {
    expect(said('form').cases).toMatchObject([{ one: { value: 'Direct' }, other: { value: 'Indirect' } }]);
    expect(said('tags').cases.map(({ one, other }) => [one.span!.words, one.value, other!.value])).toEqual([
      ['two', 'A, B', 'A'],
    ]);
  });
});

/** How many samples γ takes for so many articles. */
function samples(articles: number): number {
  const report = reportOf(judged(many(articles, (article) => article % 2 === 0)), {
    ...QUICK,
    gamma: DEFAULT_SETTINGS.gamma,
  });
  return report.headline.gamma!.samples;
}

describe('γ', () => {
  const gamma = DEFAULT_SETTINGS.gamma!;

  test('is as exact as was asked for, whatever the seed', () => {
    const input = judged(many(30, (article) => article % 4 > 0));
    const values = [1, 2, 3, 4, 5, 6].map((seed) => {
      const { headline } = reportOf(input, { ...QUICK, seed, gamma: { ...gamma, precision: 0.02 } });
      return headline.gamma!;
    });
    const mean = values.reduce((sum, each) => sum + each.gamma.value!, 0) / values.length;
    for (const each of values) {
      expect(Math.abs(each.gamma.value! - mean)).toBeLessThan(0.02 * (1 - mean) * 1.5);
      expect(each.samplingError).toBeLessThan(0.0103 * (1 - each.gamma.value!));
    }
  });

  test('draws more samples where there are fewer articles', () => {
    expect(samples(1)).toBeGreaterThan(samples(16));
    expect(samples(16)).toBeGreaterThanOrEqual(3);
  });

  test('leaves out an article that would take too long, and says so', () => {
    const places = Array.from({ length: 40 }, (_, index) => [index * 3, index * 3 + 30] as const);
    const crowded: JudgedArticle = {
      id: 'crowded',
      text: textOf(200),
      spans: Object.fromEntries(
        ['A', 'B', 'C'].map((by, shift) => [
          by,
          places.map(([from, to]) => `entity ${from + shift}-${to + 2 * shift}`),
        ]),
      ),
    };
    const settings = { ...QUICK, gamma: { ...gamma, samples: 2, mostNodes: 3 } };
    const alone = reportOf(judged([crowded]), settings);
    expect(alone.headline.gamma!.gamma).toMatchObject({ value: null, reason: 'too-costly' });
    expect(alone.headline.gamma!.leftOut).toEqual(['crowded']);
    expect(alone.articles[0]!.gamma).toMatchObject({ value: null, reason: 'too-costly' });
    const both = reportOf(judged([crowded, NEWS]), settings);
    expect(both.headline.gamma!.gamma.observed).toBeCloseTo(0.346942, 6);
    expect(both.warnings).toContainEqual({ kind: 'gamma-incomplete', articles: 1 });
  });

  test('counts articles on which one annotator alone marked anything', () => {
    const oneSided: JudgedArticle = { id: 's', text: textOf(90), spans: { A: ['entity 0-4'], B: [] } };
    const report = reportOf(judged([oneSided]), { ...QUICK, gamma });
    expect(report.headline.gamma).toMatchObject({ withoutChance: 1, gamma: { value: 0 } });
  });
});

describe('nothing to compare', () => {
  test.each([
    ['no articles', []],
    ['one annotator', [{ id: 'a', text: 'abc', spans: { A: ['entity 0-2'] } }]],
    ['empty layers', [{ id: 'a', text: 'abc', spans: { A: [], B: [] } }]],
    ['an empty text', [{ id: 'a', text: '', spans: { A: [], B: [] } }]],
  ])('%s: no figure has a value, and none is NaN', (_, articles) => {
    const report = reportOf(judged(articles), { ...QUICK, gamma: DEFAULT_SETTINGS.gamma, resamples: 10 });
    const figures = outcomesIn(report);
    expect(figures.length).toBeGreaterThan(20);
    for (const figure of figures) expect(figure.value).toBe(null);
    for (const figure of figures) expect(figure.reason).toBeDefined();
  });
});

/** Everything in the report that looks like a figure; fails for a number that is not finite. */
function outcomesIn(value: unknown): readonly Outcome[] {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(outcomesIn);
  return 'value' in value && 'n' in value ? [value as Outcome, ...inside] : inside;
}

describe('laws', () => {
  const spanArbitrary = fc
    .tuple(fc.constantFrom('entity', 'claim'), fc.nat(50), fc.integer({ min: 1, max: 20 }))
    .map(([name, from, length]) => `${name} ${from}-${Math.min(60, from + length)}`);
  const layersArbitrary = fc.record({
    A: fc.array(spanArbitrary, { maxLength: 5 }),
    B: fc.array(spanArbitrary, { maxLength: 5 }),
    C: fc.array(spanArbitrary, { maxLength: 5 }),
  });
  const settings = { ...QUICK, resamples: 20, gamma: { ...DEFAULT_SETTINGS.gamma!, samples: 2 } };
  const SEED = { seed: 20240617, numRuns: 25 };

  test('neither the order of articles and layers nor that of spans changes anything', () => {
    fc.assert(
      fc.property(fc.array(layersArbitrary, { maxLength: 3 }), (drawn) => {
        const input = judged(drawn.map((spans, index) => ({ id: `a${index}`, text: textOf(60), spans: named(spans) })));
        const turned = {
          ...input,
          articles: input.articles.toReversed(),
          layers: input.layers.toReversed().map((layer) => ({ ...layer, spans: layer.spans.toReversed() })),
        };
        expect(reportOf(turned, settings)).toEqual(reportOf(input, settings));
      }),
      SEED,
    );
  });

  test('no figure is NaN, F1 lies between 0 and 1, and nothing is above 1', () => {
    fc.assert(
      fc.property(layersArbitrary, (spans) => {
        const report = reportOf(judged([{ id: 'a', text: textOf(60), spans: named(spans) }]), settings);
        for (const { value, reason } of outcomesIn(report)) {
          if (value === null) expect(reason).toBeDefined();
          else expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        for (const scheme of SCHEMES) expect(report.headline.f1[scheme].value ?? 0).toBeGreaterThanOrEqual(0);
      }),
      SEED,
    );
  });

  test('annotators who do the same agree wholly by every measure that has a value', () => {
    fc.assert(
      fc.property(layersArbitrary, ({ A }) => {
        const same = named({ A, B: A, C: A });
        const report = reportOf(judged([{ id: 'a', text: textOf(60), spans: same }]), settings);
        const { f1, gamma, unitizing, sets } = report.headline;
        const figures = [...Object.values(f1), gamma!.gamma, gamma!.category, unitizing, ...Object.values(sets)];
        for (const one of report.labels) {
          figures.push(
            one.unitizing,
            ...Object.values(one.f1),
            one.tokens.cohen,
            one.characters.fleiss,
            one.tokens.alpha,
          );
        }
        for (const { value } of figures) if (value !== null) expect(value).toBeCloseTo(1, 9);
      }),
      SEED,
    );
  });

  test('κ is 0 where one side is empty and the other not', () => {
    fc.assert(
      fc.property(fc.array(spanArbitrary, { minLength: 1, maxLength: 5 }), (A) => {
        const report = reportOf(judged([{ id: 'a', text: textOf(60), spans: { A: [...new Set(A)], B: [] } }]));
        for (const { characters } of report.labels) expect(characters.cohen.value ?? 0).toBe(0);
      }),
      SEED,
    );
  });
});

/** Without repetitions, as ids are made of what is written. */
function named(spans: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(spans).map(([by, written]) => [by, [...new Set(written)]]));
}

test('the work tells how far it is, and is cancelled by not asking for more', () => {
  const work = agreementReport(judged(many(12, () => true)), { ...DEFAULT_SETTINGS, resamples: 20 });
  const steps = new Set<string>();
  let last = -1;
  let lastStep = '';
  for (let next = work.next(); !next.done; next = work.next()) {
    const { step, done, of } = next.value;
    if (step === lastStep) expect(done).toBeGreaterThan(last);
    expect(done).toBeLessThan(of);
    [last, lastStep] = [done, step];
    steps.add(step);
  }
  expect([...steps]).toEqual(['spans', 'text', 'attributes', 'gamma', 'intervals']);
});
