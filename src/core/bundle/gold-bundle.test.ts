import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type Article, type ProjectId } from '#core/project/project.ts';
import { addToGold, reject } from '#core/review/decide.ts';
import { type Decision } from '#core/review/decision.ts';
import {
  actionsArbitrary,
  ARTICLE,
  deciding,
  groupsById,
  layerOf,
  layersArbitrary,
  logOf,
} from '#core/review/review.arbitrary.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Bundle } from './bundle.ts';
import { decidedGold, goldBundle } from './gold-bundle.ts';

const ABOUT: Article = {
  id: ARTICLE,
  title: 'Title',
  source: '',
  date: '',
  language: 'en',
  original: { newline: 'none', byteOrderMark: false, replaced: 0 },
  correctionOf: '',
  author: '',
  pages: [],
  text: 'x'.repeat(60),
};

function bundleOf(layers: Bundle['layers'], decisions: readonly Decision[]): Bundle {
  return {
    project: { id: 'p' as ProjectId, name: 'P', labelSet: DEFAULT_LABEL_SET, guidelines: [] },
    annotators: [],
    articles: [ABOUT],
    layers,
    decisions,
    threads: [],
  };
}

const LAYERS = [layerOf('A', [span('s', [[0, 9]])]), layerOf('B', [span('t', [[20, 30]])])];
const [S, T] = groupsById(LAYERS);

test('an article is in gold when its review is done, and before only where that is wanted', () => {
  const begun = [reject([S!], deciding('d1', LAYERS, []))];
  expect(goldBundle(bundleOf(LAYERS, begun), false)).toMatchObject({ articles: [], layers: [] });
  expect(goldBundle(bundleOf(LAYERS, begun), true)).toMatchObject({
    articles: [{ id: ARTICLE }],
    layers: [{ status: 'in-progress', spans: [] }],
  });
  const done = [...begun, reject([T!], deciding('d2', LAYERS, begun))];
  expect(goldBundle(bundleOf(LAYERS, done), false)).toMatchObject({
    annotators: [{ id: 'gold', name: 'Gold' }],
    layers: [{ status: 'done', annotatorId: 'gold', spans: [] }],
    decisions: [],
  });
  expect(goldBundle(bundleOf(LAYERS, []), true).articles).toEqual([]);
});

test('a layer that is not finished is not waited for', () => {
  const unfinished = [LAYERS[0]!, { ...LAYERS[1]!, status: 'in-progress' as const }];
  const log = [reject([S!], deciding('d1', LAYERS, []))];
  expect(goldBundle(bundleOf(unfinished, log), false).articles).toHaveLength(1);
});

test('gold of a label that is gone is left out', () => {
  const wanted = { ranges: [{ from: 1, to: 2 }], attributes: [], note: '' };
  const log = [
    addToGold({ ...wanted, label: 'gone' as LabelId }, deciding('d1', [], [])),
    addToGold({ ...wanted, label: 'claim' as LabelId }, deciding('d2', [], [])),
  ];
  expect(goldBundle(bundleOf([], log), true).layers[0]!.spans.map(({ label }) => label)).toEqual(['claim']);
});

test('law: no undecided span is ever in exported gold, done or not', () => {
  fc.assert(
    fc.property(layersArbitrary(), actionsArbitrary(), (layers, actions) => {
      const log = logOf(actions, layers);
      const decided = new Set(log.flatMap(({ spans }) => spans.map(({ id }) => id)));
      for (const { spans } of goldBundle(bundleOf(layers, log), true).layers) {
        expect(spans.every(({ id }) => decided.has(id))).toBe(true);
      }
    }),
    { seed: 20241125 },
  );
});

test('annotators are compared with gold of articles about which somebody decided, not of those where all found nothing', () => {
  const decided = [reject([S!], deciding('d1', LAYERS, [])), reject([T!], deciding('d2', LAYERS, []))];
  expect(decidedGold(bundleOf(LAYERS, decided))).toMatchObject([{ articleId: ARTICLE, spans: [] }]);
  const empty = bundleOf([layerOf('A', []), layerOf('B', [])], []);
  expect(goldBundle(empty, false).layers).toHaveLength(1);
  expect(decidedGold(empty)).toEqual([]);
});
