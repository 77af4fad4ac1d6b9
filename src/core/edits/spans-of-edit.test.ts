import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameSpan, type Span } from '#core/spans/span.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { applyEdit } from './apply-edit.ts';
import { editFor, layerArbitrary, wishArbitrary } from './edit.arbitrary.ts';
import { type Edit } from './edit.ts';
import { spansOfEdit } from './spans-of-edit.ts';

const A = span('a', [[0, 9]]);
const NEWER = span('a', [[6, 9]]);
const B = span('b', [[2, 4]]);
const ADD: Edit = { kind: 'add-span', span: A };
const REMOVE: Edit = { kind: 'remove-span', span: A };
const REPLACE: Edit = { kind: 'replace-span', before: A, after: NEWER };
const REMOVE_NEWER: Edit = { kind: 'remove-span', span: NEWER };

describe('the spans of an edit', () => {
  test.each<[string, Edit, readonly Span[], readonly Span[]]>([
    ['that adds', ADD, [], [A]],
    ['that removes', REMOVE, [A], []],
    ['that replaces', REPLACE, [A], [NEWER]],
    ['that sets the status', { kind: 'set-status', before: 'done', after: 'in-progress' }, [], []],
    ['of none', together(), [], []],
    ['of two on different spans', together(REMOVE, { kind: 'add-span', span: B }), [A], [B]],
    ['that adds and removes again', together(ADD, REMOVE), [], []],
    ['that removes and adds again', together(REMOVE, ADD), [A], [A]],
    ['that adds and replaces', together(ADD, REPLACE), [], [NEWER]],
    ['that replaces and removes', together(REPLACE, REMOVE_NEWER), [A], []],
    ['that adds, replaces and removes', together(ADD, REPLACE, REMOVE_NEWER), [], []],
    ['that removes, adds and removes', together(REMOVE, ADD, REMOVE), [A], []],
    ['of edits in edits', together(together(ADD, REPLACE), together(REMOVE_NEWER)), [], []],
  ])('%s', (_, edit, removed, added) => {
    expect(spansOfEdit(edit)).toEqual({ removed, added });
  });

  test('turn the layer before into the layer after', () => {
    fc.assert(
      fc.property(layerArbitrary(), wishArbitrary(), (layer, wish) => {
        const edit = editFor(layer, wish);
        const after = applyEdit(layer, edit);
        const { removed, added } = spansOfEdit(edit);
        expect(removed.every((gone) => layer.spans.some((each) => sameSpan(each, gone)))).toBe(true);
        const stays = layer.spans.filter(({ id }) => !removed.some((gone) => gone.id === id));
        expect(new Set([...stays, ...added])).toEqual(new Set(after.spans));
        expect(stays.length + added.length).toBe(after.spans.length);
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });
});

function together(...edits: readonly Edit[]): Edit {
  return { kind: 'together', edits };
}
