import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { editBetween } from './edit-between.ts';
import { layerArbitrary } from './edit.arbitrary.ts';
import { invertEdit } from './invert-edit.ts';

describe('the edit between two layers', () => {
  test('turns the one into the other, spans in the same order, and its inverse back', () => {
    fc.assert(
      fc.property(layerArbitrary(), layerArbitrary(), (before, after) => {
        const edit = editBetween(before, after);
        if (!edit) {
          expect([before.spans, before.status]).toEqual([after.spans, after.status]);
          return;
        }
        expect(applyEdit(before, edit)).toEqual(after);
        expect(applyEdit(after, invertEdit(edit))).toEqual(before);
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });

  test('is none between equal values, whatever their times of change', () => {
    fc.assert(
      fc.property(layerArbitrary(), (layer) => {
        expect(editBetween(layer, { ...structuredClone(layer), changedAt: '' })).toBeUndefined();
      }),
      { seed: 20240617, numRuns: 100 },
    );
  });

  test('leaves alone what is in both', () => {
    fc.assert(
      fc.property(layerArbitrary(), (layer) => {
        const [first, ...rest] = layer.spans;
        if (!first) return;
        expect(editBetween(layer, { ...layer, spans: rest })).toEqual({
          kind: 'together',
          edits: [{ kind: 'remove-span', span: first }],
        });
        expect(editBetween({ ...layer, spans: rest }, layer)).toEqual({
          kind: 'together',
          edits: [{ kind: 'add-span', span: first }],
        });
        const noted = { ...first, note: 'other' };
        expect(editBetween(layer, { ...layer, spans: [noted, ...rest] })).toEqual({
          kind: 'together',
          edits: [{ kind: 'replace-span', before: first, after: noted }],
        });
      }),
      { seed: 20240617, numRuns: 100 },
    );
  });
});
