import { describe, expect, test } from 'vitest';
import { type LayerFate } from '#core/bundle/plan-import.ts';
import { type Annotator, type AnnotatorId, type ArticleId, type LayerStatus } from '#core/project/project.ts';
import { type FileToCome, layersTwiceIn } from './layers-twice.ts';

const ANN = { id: 'ann' as AnnotatorId, name: 'Ann Bell' };
const [EARLY, LATE] = ['2025-01-01T00:00:00.000Z', '2025-02-01T00:00:00.000Z'];

interface Told {
  readonly at: string;
  readonly fate?: LayerFate;
  readonly status?: LayerStatus;
  readonly by?: Annotator;
}

/** A file with one layer; another status makes another content. */
function file(handle: number, { at, fate = 'added', status = 'done', by = ANN }: Told): FileToCome {
  const articleId = 'tram' as ArticleId;
  const layer = { articleId, annotatorId: by.id, status, changedAt: at, spans: [], links: [] };
  return { handle, fileName: `${handle}.json`, annotators: [by], planned: [{ fate, layer }] };
}

describe('a layer that two files have', () => {
  test('is taken from the newer one, whichever comes first, and both say so', () => {
    const files = [file(1, { at: LATE, status: 'in-progress' }), file(2, { at: EARLY })];
    const about = { layers: 1, annotators: ['Ann Bell'], isOfOneTime: false };
    const expected = new Map([
      [1, [{ ...about, fileName: '2.json', isTaken: true }]],
      [2, [{ ...about, fileName: '1.json', isTaken: false }]],
    ]);
    expect(layersTwiceIn(files)).toEqual(expected);
    expect(new Map(layersTwiceIn(files.toReversed()))).toEqual(expected);
  });

  test('is taken from the first where both are of one time', () => {
    const twice = layersTwiceIn([file(1, { at: EARLY }), file(2, { at: EARLY, status: 'in-progress' })]);
    expect(twice.get(1)).toMatchObject([{ isTaken: true, isOfOneTime: true }]);
    expect(twice.get(2)).toMatchObject([{ isTaken: false, isOfOneTime: true }]);
  });

  test.each([
    ['holds the same in both', file(2, { at: LATE })],
    ['is somebody else’s', file(2, { at: LATE, status: 'in-progress', by: { ...ANN, id: 'bo' as AnnotatorId } })],
    ['stays as it is here', file(2, { at: LATE, status: 'in-progress', fate: 'kept' })],
  ])('is not told where it %s', (_, other) => {
    expect(layersTwiceIn([file(1, { at: EARLY }), other]).size).toBe(0);
  });

  test('of three files is told by each of the others beside the newest', () => {
    const [one, two] = [file(1, { at: EARLY }), file(2, { at: LATE, status: 'in-progress' })];
    const twice = layersTwiceIn([one, two, file(3, { at: EARLY })]);
    expect(twice.get(2)!.map(({ fileName }) => fileName)).toEqual(['1.json', '3.json']);
    expect([twice.get(1), twice.get(3)]).toMatchObject([[{ fileName: '2.json' }], [{ fileName: '2.json' }]]);
  });
});
