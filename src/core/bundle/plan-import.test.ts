import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label } from '#core/labels/label-set.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { bundleArbitrary } from './bundle.arbitrary.ts';
import { changesNothing, type Here, type ImportPlan, type LayerFate, planImport } from './plan-import.ts';
import { type Bundle } from './bundle.ts';
import {
  type Annotator,
  type AnnotatorId,
  type Article,
  type ArticleId,
  emptyLayer,
  type Layer,
  type ProjectId,
} from '#core/project/project.ts';

const ANN: Annotator = { id: 'ann' as AnnotatorId, name: 'Ann' };
const ARTICLE: Article = {
  id: 'article' as ArticleId,
  title: 'Title',
  source: '',
  date: '',
  language: 'en',
  original: { newline: 'none', byteOrderMark: false, replaced: 0 },
  correctionOf: '',
  author: '',
  pages: [],
  text: 'A text',
};
const LAYER: Layer = {
  ...emptyLayer(ARTICLE.id, ANN.id),
  status: 'in-progress',
  spans: [span('a', [[0, 1]])],
  changedAt: '2024-06-17T09:30:00.000Z',
};
const BUNDLE: Bundle = {
  project: { id: 'theirs' as ProjectId, name: 'Theirs', labelSet: DEFAULT_LABEL_SET, guidelines: [] },
  annotators: [ANN],
  articles: [ARTICLE],
  layers: [LAYER],
  decisions: [],
  threads: [],
};
const HERE: Here = {
  project: { id: 'ours' as ProjectId, name: 'Ours', labelSet: DEFAULT_LABEL_SET, guidelines: [] },
  annotators: [],
  articleIds: new Set(),
  takenOut: new Set(),
  untouched: new Set(),
  layers: [],
  decisionIds: new Set(),
  threads: [],
};

describe('planning the import of a bundle', () => {
  test('takes all that is not here', () => {
    const plan = planImport(HERE, BUNDLE);
    expect(plan).toEqual({
      project: HERE.project,
      labelsAdded: 0,
      linkTypesAdded: 0,
      guidelinesAdded: 0,
      changesProject: false,
      annotators: [ANN],
      articles: [ARTICLE],
      articlesHere: 0,
      articlesReplaced: [],
      articlesBack: [],
      layers: [{ fate: 'added', layer: LAYER }],
      decisions: [],
      threads: [],
      threadsAdded: 0,
    });
    expect(changesNothing(plan)).toBe(false);
  });

  test('keeps what articles and annotators are called here, and our project’s id and name', () => {
    const here: Here = { ...HERE, annotators: [{ ...ANN, name: 'Anna' }], articleIds: new Set([ARTICLE.id]) };
    const plan = planImport(here, { ...BUNDLE, layers: [] });
    expect(plan).toMatchObject({ project: HERE.project, annotators: [], articles: [], articlesHere: 1 });
    expect(changesNothing(plan)).toBe(true);
  });

  test('puts back what was taken out of the library, and only that', () => {
    const here: Here = {
      ...HERE,
      annotators: [ANN],
      articleIds: new Set([ARTICLE.id]),
      takenOut: new Set([ARTICLE.id]),
    };
    const plan = planImport(here, { ...BUNDLE, layers: [] });
    expect(plan).toMatchObject({ articles: [], articlesHere: 1, articlesBack: [ARTICLE.id] });
    expect(changesNothing(plan)).toBe(false);
    expect(planImport(here, { ...BUNDLE, articles: [], layers: [] }).articlesBack).toEqual([]);
  });

  test('lets a corrected text take the place of the earlier one, but where somebody annotated that here', () => {
    const earlier = 'earlier' as ArticleId;
    const corrected = { ...BUNDLE, articles: [{ ...ARTICLE, correctionOf: earlier }], layers: [] };
    const here: Here = { ...HERE, untouched: new Set([earlier]) };
    expect(planImport(here, corrected).articlesReplaced).toEqual([earlier]);
    expect(planImport(HERE, corrected).articlesReplaced).toEqual([]);
    const both = { ...corrected, articles: [...corrected.articles, { ...ARTICLE, id: earlier }] };
    expect(planImport(here, both).articlesReplaced).toEqual([]);
    const again: Here = { ...here, articleIds: new Set([ARTICLE.id]) };
    expect(planImport(again, corrected).articlesReplaced).toEqual([]);
  });

  test('adds labels without taking our keys', () => {
    const label: Label = { ...DEFAULT_LABEL_SET.labels[0]!, id: 'event' as LabelId, name: 'Event' };
    const project = { ...BUNDLE.project, labelSet: { labels: [label, ...DEFAULT_LABEL_SET.labels], linkTypes: [] } };
    const plan = planImport(HERE, { ...BUNDLE, project, annotators: [], articles: [], layers: [] });
    expect(plan.labelsAdded).toBe(1);
    expect(plan.project).toEqual({
      ...HERE.project,
      labelSet: {
        labels: [...DEFAULT_LABEL_SET.labels, { ...label, key: '' }],
        linkTypes: DEFAULT_LABEL_SET.linkTypes,
      },
    });
    expect(changesNothing(plan)).toBe(false);
  });

  const other: Partial<Layer> = { spans: [] };
  const later = '2024-06-17T09:30:01.000Z';
  const earlier = '2024-06-17T09:29:59.000Z';

  // What the layer here is like, compared with the bundle's.
  test.each<[string, Partial<Layer>, boolean, LayerFate]>([
    ['the same', {}, false, 'unchanged'],
    ['the same, edited here', {}, true, 'unchanged'],
    ['the same, but changed at another time', { changedAt: later }, true, 'unchanged'],
    ['other and older', { ...other, changedAt: earlier }, false, 'updated'],
    ['other and never changed', { ...other, changedAt: '' }, false, 'updated'],
    ['other and newer', { ...other, changedAt: later }, false, 'older'],
    ['other and from the same time', other, false, 'older'],
    ['other and older by a part of a second', { ...other, changedAt: '2024-06-17T09:29:59.999Z' }, false, 'updated'],
    ['other and newer by a part of a second', { ...other, changedAt: '2024-06-17T09:30:00.001Z' }, false, 'older'],
    ['other in status only, and older', { status: 'done', changedAt: earlier }, false, 'updated'],
    [
      'other in a note only, and older',
      { spans: [{ ...LAYER.spans[0]!, note: 'x' }], changedAt: earlier },
      false,
      'updated',
    ],
    ['other and older, but edited here', { ...other, changedAt: earlier }, true, 'kept'],
    ['other and newer, and edited here', { ...other, changedAt: later }, true, 'kept'],
  ])('where the layer here is %s', (_, change, editedHere, fate) => {
    const here: Here = { ...hereWith(BUNDLE), layers: [{ layer: { ...LAYER, ...change }, editedHere }] };
    const plan = planImport(here, BUNDLE);
    expect(plan.layers).toEqual([{ fate, layer: LAYER }]);
    expect(changesNothing(plan)).toBe(fate !== 'updated');
  });

  test.each([
    ['2024-06-17T09:30:00Z', '2024-06-17T09:30:00.500Z', 'older'],
    ['2024-06-17T09:30:00.5Z', '2024-06-17T09:30:00Z', 'updated'],
    ['2024-06-17T09:30:01Z', '2024-06-17T09:30:00.999999Z', 'updated'],
    ['2024-06-17T09:30:00.25Z', '2024-06-17T09:30:00.3Z', 'older'],
  ] as const)('compares times with and without fractions: %s with %s here is %s', (time, timeHere, fate) => {
    const here: Here = {
      ...hereWith(BUNDLE),
      layers: [{ layer: { ...LAYER, spans: [], changedAt: timeHere }, editedHere: false }],
    };
    expect(planImport(here, { ...BUNDLE, layers: [{ ...LAYER, changedAt: time }] }).layers[0]!.fate).toBe(fate);
  });

  test('takes layers of another annotator or article for other layers', () => {
    const layers = [
      { layer: { ...LAYER, annotatorId: 'bob' as AnnotatorId }, editedHere: false },
      { layer: { ...LAYER, articleId: 'other' as ArticleId }, editedHere: false },
    ];
    expect(planImport({ ...HERE, layers }, BUNDLE).layers).toEqual([{ fate: 'added', layer: LAYER }]);
  });

  test('done once changes nothing the second time, and never touches what was edited here', () => {
    fc.assert(
      fc.property(bundleArbitrary(), bundleArbitrary(), changesArbitrary(), (bundle, others, changes) => {
        const here = changedHere(bundle, others, changes);
        const plan = planImport(here, bundle);
        const after = doImport(here, plan);
        expect(changesNothing(planImport(after, bundle))).toBe(true);
        expect(after.layers.filter(({ editedHere }) => editedHere)).toEqual(
          here.layers.filter(({ editedHere }) => editedHere),
        );
        expect(planImport(after, bundle).project).toBe(after.project);
      }),
      { seed: 20240617, numRuns: 60 },
    );
  });

  test('into nothing takes the bundle as it is', () => {
    fc.assert(
      fc.property(bundleArbitrary(), (bundle) => {
        const nothing: Here = {
          ...HERE,
          project: { ...bundle.project, labelSet: { labels: [], linkTypes: [] }, guidelines: [] },
        };
        const plan = planImport(nothing, bundle);
        expect(plan.project).toEqual(bundle.project);
        expect(plan.articles).toEqual(bundle.articles);
        expect(plan.annotators).toEqual(bundle.annotators);
        expect(plan.layers).toEqual(bundle.layers.map((layer) => ({ fate: 'added', layer })));
      }),
      { seed: 20240617, numRuns: 50 },
    );
  });
});

test('a layer before its first edit is not started and empty', () => {
  expect(emptyLayer(ARTICLE.id, ANN.id)).toEqual({
    articleId: ARTICLE.id,
    annotatorId: ANN.id,
    status: 'not-started',
    spans: [],
    links: [],
    changedAt: '',
  });
});

interface Change {
  readonly missing: boolean;
  readonly editedHere: boolean;
  readonly emptied: boolean;
  readonly changedAt: string;
}

function changesArbitrary(): fc.Arbitrary<readonly Change[]> {
  const change = fc.record({
    missing: fc.boolean(),
    editedHere: fc.boolean(),
    emptied: fc.boolean(),
    changedAt: fc.constantFrom('', '1990-01-01T00:00:00.000Z', '2050-01-01T00:00:00Z', '2100-12-28T23:59:59.999Z'),
  });
  return fc.array(change, { minLength: 9, maxLength: 9 });
}

function hereWith({ project, annotators, articles, layers, decisions, threads }: Bundle): Here {
  return {
    project,
    annotators,
    articleIds: new Set(articles.map(({ id }) => id)),
    takenOut: new Set(),
    untouched: new Set(),
    layers: layers.map((layer) => ({ layer, editedHere: false })),
    decisionIds: new Set(decisions.map(({ id }) => id)),
    threads,
  };
}

/** What is here where some of the bundle came in before and was changed, beside another bundle's things. */
function changedHere(bundle: Bundle, others: Bundle, changes: readonly Change[]): Here {
  const base = hereWith(others);
  const some = bundle.layers.flatMap((layer, index) => {
    const { missing, editedHere, emptied, changedAt } = changes[index]!;
    return missing ? [] : [{ layer: { ...layer, changedAt, ...(emptied ? { spans: [] } : {}) }, editedHere }];
  });
  return {
    project: base.project,
    annotators: [...base.annotators, ...bundle.annotators.filter((_, index) => !changes[index]!.missing)],
    articleIds: new Set([...base.articleIds, ...bundle.articles.slice(1).map(({ id }) => id)]),
    untouched: new Set(),
    takenOut: new Set(bundle.articles.slice(2).map(({ id }) => id)),
    layers: some,
    decisionIds: new Set(bundle.decisions.filter((_, index) => changes[index]!.missing).map(({ id }) => id)),
    threads: bundle.threads
      .filter((_, index) => !changes[index]!.missing)
      .map((thread) => ({ ...thread, isResolved: true, messages: thread.messages.slice(1) })),
  };
}

/** What the storage does with a plan. */
function doImport(here: Here, plan: ImportPlan): Here {
  const taken = plan.layers.filter(({ fate }) => fate === 'added' || fate === 'updated').map(({ layer }) => layer);
  return {
    project: plan.project,
    annotators: [...here.annotators, ...plan.annotators],
    articleIds: new Set([...here.articleIds, ...plan.articles.map(({ id }) => id)]),
    takenOut: new Set([...here.takenOut].filter((id) => !plan.articlesBack.includes(id))),
    untouched: here.untouched,
    layers: [
      ...here.layers.filter(({ layer }) => !taken.some((other) => isSameLayer(layer, other))),
      ...taken.map((layer) => ({ layer, editedHere: false })),
    ],
    decisionIds: new Set([...here.decisionIds, ...plan.decisions.map(({ id }) => id)]),
    threads: [
      ...new Map([...here.threads, ...plan.threads].map((thread) => [thread.articleId + thread.id, thread])).values(),
    ],
  };
}

function isSameLayer(a: Layer, b: Layer): boolean {
  return a.articleId === b.articleId && a.annotatorId === b.annotatorId;
}
