import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Layer } from '#core/project/project.ts';
import { applyEdit } from './apply-edit.ts';
import { editFor, layerArbitrary, type Wish, wishArbitrary } from './edit.arbitrary.ts';
import { type Edit } from './edit.ts';
import { type Cause, type History, NO_HISTORY, recordEntry } from './history.ts';
import { invertEdit } from './invert-edit.ts';

/** An entry of the log; its number is its place, counted from 1. */
interface Entry {
  readonly edit: Edit;
  readonly cause: Cause;
}

/** A layer with its log and history, as the editing store keeps them. */
interface Editing {
  readonly layer: Layer;
  readonly log: readonly Entry[];
  readonly history: History;
}

describe('the history of a log', () => {
  // e is a new edit, u undoes the next in turn, r redoes.
  test.each([
    ['', [], []],
    ['ee', [1, 2], []],
    ['eeu', [1], [2]],
    ['eeuu', [], [2, 1]],
    ['eeuur', [1], [2]],
    ['eeuurr', [1, 2], []],
    ['eeue', [1, 4], []],
    ['eeueu', [1], [4]],
    ['eurur', [1], []],
    ['eeuueur', [5], []],
  ])('%j', (steps, done, undone) => {
    let history = NO_HISTORY;
    for (const [index, step] of steps.split('').entries()) {
      const cause: Cause =
        step === 'e'
          ? { kind: 'new' }
          : step === 'u'
            ? { kind: 'undo', of: history.done.at(-1)! }
            : { kind: 'redo', of: history.undone.at(-1)! };
      history = recordEntry(history, index + 1, cause);
    }
    expect(history).toEqual({ done, undone });
  });

  test.each<[string, Cause, string]>([
    ['an undo out of turn', { kind: 'undo', of: 1 }, 'edit 1 is not the next to be undone'],
    ['an undo of what is undone', { kind: 'undo', of: 3 }, 'edit 3 is not the next to be undone'],
    ['a redo out of turn', { kind: 'redo', of: 4 }, 'edit 4 is not the next to be redone'],
    ['a redo of what stands', { kind: 'redo', of: 2 }, 'edit 2 is not the next to be redone'],
  ])('refuses %s', (_, cause, message) => {
    const history: History = { done: [1, 2], undone: [4, 3] };
    expect(() => recordEntry(history, 5, cause)).toThrow(RangeError);
    expect(() => recordEntry(history, 5, cause)).toThrow(message);
  });

  test('is empty at first, and then there is nothing to undo or redo', () => {
    expect(NO_HISTORY).toEqual({ done: [], undone: [] });
    expect(() => recordEntry(NO_HISTORY, 1, { kind: 'undo', of: 0 })).toThrow(RangeError);
    expect(() => recordEntry(NO_HISTORY, 1, { kind: 'redo', of: 0 })).toThrow(RangeError);
  });
});

describe('editing, undoing and redoing in any order', () => {
  test('gives the start when all is undone, and what there was when all is redone', () => {
    fc.assert(
      fc.property(layerArbitrary(), stepsArbitrary(), (start, steps) => {
        const edited = steps.reduce(takeStep, { layer: start, log: [], history: NO_HISTORY });
        const latest = repeat(edited, 'redo');
        const undone = repeat(latest, 'undo');
        expect(undone.layer).toEqual(start);
        expect(undone.history.done).toEqual([]);
        const redone = repeat(undone, 'redo');
        expect(redone.layer).toEqual(latest.layer);
        expect(redone.history).toEqual(latest.history);
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });

  test('gives the same layer and history when its log is replayed, also from JSON', () => {
    fc.assert(
      fc.property(layerArbitrary(), stepsArbitrary(), (start, steps) => {
        const { layer, log, history } = steps.reduce(takeStep, { layer: start, log: [], history: NO_HISTORY });
        const read = JSON.parse(JSON.stringify(log)) as readonly Entry[];
        expect(read.reduce((now, { edit }) => applyEdit(now, edit), start)).toEqual(layer);
        expect(read.reduce((now, { cause }, index) => recordEntry(now, index + 1, cause), NO_HISTORY)).toEqual(history);
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });

  test('undoes one edit at a time, through every layer that there was', () => {
    fc.assert(
      fc.property(layerArbitrary(), fc.array(wishArbitrary(), { maxLength: 8 }), (start, wishes) => {
        const states = [{ layer: start, log: [], history: NO_HISTORY } as Editing];
        for (const wish of wishes) states.push(takeStep(states.at(-1)!, wish));
        let now = states.at(-1)!;
        for (const earlier of states.slice(0, -1).toReversed()) {
          now = takeStep(now, 'undo');
          expect(now.layer).toEqual(earlier.layer);
        }
      }),
      { seed: 20240617, numRuns: 100 },
    );
  });
});

type Step = Wish | 'undo' | 'redo';

function stepsArbitrary(): fc.Arbitrary<readonly Step[]> {
  const step = fc.oneof(
    { weight: 4, arbitrary: wishArbitrary() },
    { weight: 3, arbitrary: fc.constant('undo' as const) },
    { weight: 2, arbitrary: fc.constant('redo' as const) },
  );
  return fc.array(step, { maxLength: 30 });
}

/** An undo or redo without anything to undo or redo changes nothing. */
function takeStep(editing: Editing, step: Step): Editing {
  if (typeof step === 'object') return take(editing, editFor(editing.layer, step), { kind: 'new' });
  const { log, history } = editing;
  const of = (step === 'undo' ? history.done : history.undone).at(-1);
  if (of === undefined) return editing;
  const { edit } = log[of - 1]!;
  return take(editing, step === 'undo' ? invertEdit(edit) : edit, { kind: step, of });
}

function take({ layer, log, history }: Editing, edit: Edit, cause: Cause): Editing {
  return {
    layer: applyEdit(layer, edit),
    log: [...log, { edit, cause }],
    history: recordEntry(history, log.length + 1, cause),
  };
}

function repeat(editing: Editing, step: 'undo' | 'redo'): Editing {
  const next = takeStep(editing, step);
  return next === editing ? editing : repeat(next, step);
}
