import { expect, test } from 'vitest';
import { layerFrom, newsLayers } from '#core/alignment/compared.arbitrary.ts';
import { type Layer } from '#core/project/project.ts';
import { meanStrictF1 } from './mean-strict-f1.ts';

test.each<[string, readonly Layer[], number | undefined]>([
  ['of the news text is the mean of its pairs', newsLayers(), (0.4 + 0.4 + 0.2) / 3],
  ['is 1 where all mark the same', [layerFrom('A', 'claim 0-9'), layerFrom('B', 'claim 0-9')], 1],
  ['is 0 where one has left out everything', [layerFrom('A', 'claim 0-9'), layerFrom('B')], 0],
  [
    'counts what is marked twice once',
    [layerFrom('A', 'claim 0-9', 'claim 0-9:again'), layerFrom('B', 'claim 0-9')],
    1,
  ],
  [
    'leaves out pairs without a span',
    [layerFrom('A'), layerFrom('B'), layerFrom('C', 'claim 0-9'), layerFrom('D', 'claim 0-9')],
    // Of six pairs A with B has none; C with D agrees.
    1 / 5,
  ],
  ['is not there where nobody has marked anything', [layerFrom('A'), layerFrom('B')], undefined],
  ['is not there for one person', [layerFrom('A', 'claim 0-9')], undefined],
])('the agreement on an article %s', (_, layers, expected) => {
  if (expected === undefined) expect(meanStrictF1(layers)).toBeUndefined();
  else expect(meanStrictF1(layers)).toBeCloseTo(expected, 12);
});
