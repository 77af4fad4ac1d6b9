import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { compareSpans, type SpanId } from '#core/spans/span.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { applyEdit } from './apply-edit.ts';
import { editFor, layerArbitrary, wishArbitrary } from './edit.arbitrary.ts';
import { type Edit } from './edit.ts';
import { invertEdit } from './invert-edit.ts';

const A = span('a', [[0, 9]]);
const B = span('b', [[2, 4]]);
const C = span('c', [[5, 7]]);
const LAYER: Layer = {
  articleId: 'article' as ArticleId,
  annotatorId: 'annotator' as AnnotatorId,
  status: 'in-progress',
  spans: [A, C],
  links: [],
  changedAt: '2024-06-17T09:30:00.000Z',
};

describe('applying an edit', () => {
  const moved = span('a', [[6, 9]]);

  test.each<[string, Edit, Partial<Layer>]>([
    ['adds a span where it is read', { kind: 'add-span', span: B }, { spans: [A, B, C] }],
    ['removes a span', { kind: 'remove-span', span: A }, { spans: [C] }],
    ['removes a span given as an equal value', { kind: 'remove-span', span: span('a', [[0, 9]]) }, { spans: [C] }],
    ['moves a span that is replaced', { kind: 'replace-span', before: A, after: moved }, { spans: [C, moved] }],
    ['sets the status', { kind: 'set-status', before: 'in-progress', after: 'done' }, { status: 'done' }],
    ['does nothing together', { kind: 'together', edits: [] }, {}],
    [
      'does several in order',
      {
        kind: 'together',
        edits: [
          { kind: 'add-span', span: B },
          { kind: 'remove-span', span: B },
          { kind: 'remove-span', span: A },
          { kind: 'set-status', before: 'in-progress', after: 'done' },
          { kind: 'set-status', before: 'done', after: 'not-started' },
        ],
      },
      { spans: [C], status: 'not-started' },
    ],
  ])('%s', (_, edit, expected) => {
    expect(applyEdit(LAYER, edit)).toEqual({ ...LAYER, ...expected });
  });

  test.each<[string, Edit, string]>([
    ['a span twice', { kind: 'add-span', span: span('a', [[1, 2]]) }, 'span a is in the layer already'],
    ['to remove what is not there', { kind: 'remove-span', span: B }, 'span b is not in the layer'],
    ['to replace what is not there', { kind: 'replace-span', before: B, after: B }, 'span b is not in the layer'],
    ['to remove what has moved since', { kind: 'remove-span', span: moved }, 'span a is not in the layer'],
    [
      'to remove what has another note now',
      { kind: 'remove-span', span: { ...A, note: 'x' } },
      'span a was changed since the edit was made',
    ],
    [
      'to replace what has another note now',
      { kind: 'replace-span', before: { ...A, note: 'x' }, after: A },
      'span a was changed since the edit was made',
    ],
    [
      'to change a span’s id',
      { kind: 'replace-span', before: A, after: { ...A, id: 'x' as SpanId } },
      'span a cannot be replaced by span x',
    ],
    [
      'to leave a status that it is not in',
      { kind: 'set-status', before: 'done', after: 'not-started' },
      'the layer is in-progress, the edit expects done',
    ],
    [
      'several where a later one does not fit',
      {
        kind: 'together',
        edits: [
          { kind: 'remove-span', span: A },
          { kind: 'remove-span', span: A },
        ],
      },
      'span a is not in the layer',
    ],
  ])('refuses %s', (_, edit, message) => {
    const before = structuredClone(LAYER);
    expect(() => applyEdit(LAYER, edit)).toThrow(RangeError);
    expect(() => applyEdit(LAYER, edit)).toThrow(message);
    expect(LAYER).toEqual(before);
  });

  test('leaves the given layer and its time as they are, and keeps the spans in reading order, each once', () => {
    fc.assert(
      fc.property(layerArbitrary(), wishArbitrary(), (layer, wish) => {
        const before = structuredClone(layer);
        const after = applyEdit(layer, editFor(layer, wish));
        expect(layer).toEqual(before);
        expect(after.changedAt).toBe(layer.changedAt);
        expect(after.spans).toEqual(after.spans.toSorted(compareSpans));
        expect(new Set(after.spans.map(({ id }) => id)).size).toBe(after.spans.length);
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });

  test('and its inverse gives the same layer, with the spans in the same order', () => {
    fc.assert(
      fc.property(layerArbitrary(), wishArbitrary(), (layer, wish) => {
        const edit = editFor(layer, wish);
        expect(applyEdit(applyEdit(layer, edit), invertEdit(edit))).toEqual(layer);
        expect(invertEdit(invertEdit(edit))).toEqual(edit);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('that was written as JSON and read again does the same', () => {
    fc.assert(
      fc.property(layerArbitrary(), wishArbitrary(), (layer, wish) => {
        const edit = editFor(layer, wish);
        const read = JSON.parse(JSON.stringify(edit)) as Edit;
        expect(applyEdit(layer, read)).toEqual(applyEdit(layer, edit));
        expect(applyEdit(applyEdit(layer, edit), invertEdit(read))).toEqual(layer);
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });
});
