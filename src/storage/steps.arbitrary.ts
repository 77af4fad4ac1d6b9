import * as fc from 'fast-check';
import { applyEdit } from '#core/edits/apply-edit.ts';
import { type Edit } from '#core/edits/edit.ts';
import { type Cause, recordEntry } from '#core/edits/history.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId, type ProjectId } from '#core/project/project.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { type Database } from './database.ts';
import { appendStep, nextStep, type Step } from './layers.ts';
import { neverWritten, type StoredLayer } from './replay.ts';
import { type EntryRow, type LayerKey } from './rows.ts';

export const KEY: LayerKey = {
  projectId: 'p1' as ProjectId,
  articleId: 'a1' as ArticleId,
  annotatorId: 'ada' as AnnotatorId,
};

/** What an annotator may do next, told by numbers that mean something in any state. */
export type Move =
  | { readonly kind: 'add'; readonly from: number; readonly length: number }
  | { readonly kind: 'note' | 'remove'; readonly which: number }
  | { readonly kind: 'status' | 'undo' | 'redo' };

export function moveArbitrary(): fc.Arbitrary<Move> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('add' as const),
        from: fc.nat(90),
        length: fc.integer({ min: 1, max: 9 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('note' as const, 'remove' as const), which: fc.nat(20) }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'status' as const }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  );
}

/** The steps that the moves make from an empty layer; moves that are impossible where they come are left out. */
export function stepsOf(moves: readonly Move[], key: LayerKey = KEY): readonly Step[] {
  const steps: Step[] = [];
  let stored = neverWritten(key);
  for (const move of moves) {
    const next = nextEdit(stored, move, steps);
    if (!next) continue;
    const step = nextStep(stored, { ...next, at: timeOf(stored.number + 1) });
    steps.push(step);
    const { layer, number, sum, cause } = step;
    stored = { layer, history: recordEntry(stored.history, number, cause), number, sum };
  }
  return steps;
}

/** `count` steps, each of which adds a span. */
export function addingSteps(count: number, key: LayerKey = KEY): readonly Step[] {
  return stepsOf(
    Array.from({ length: count }, (_, from) => ({ kind: 'add', from, length: 1 })),
    key,
  );
}

/** What replaying the steps from an empty layer gives. */
export function replayed(steps: readonly Step[], key: LayerKey = KEY): StoredLayer {
  return steps.reduce<StoredLayer>(
    ({ layer, history }, { edit, at, number, cause, sum }) => ({
      layer: { ...applyEdit(layer, edit), changedAt: at },
      history: recordEntry(history, number, cause),
      number,
      sum,
    }),
    neverWritten(key),
  );
}

/** The log entry of a step of KEY's layer. */
export function rowOfStep({ number, edit, cause, at, sum }: Step): EntryRow {
  return { ...KEY, number, edit, cause, at, sum };
}

export async function appendAll(database: Database, steps: readonly Step[], key: LayerKey = KEY): Promise<void> {
  for (const step of steps) await appendStep(database, key, step);
}

function nextEdit(
  { layer, history }: StoredLayer,
  move: Move,
  steps: readonly Step[],
): { readonly edit: Edit; readonly cause: Cause } | undefined {
  switch (move.kind) {
    case 'add': {
      const id = `s${steps.length}`;
      return fresh({ kind: 'add-span', span: spanOf(id, move.from, move.length) });
    }
    case 'note':
    case 'remove': {
      const span = layer.spans[move.which % layer.spans.length];
      if (!span) return undefined;
      if (move.kind === 'remove') return fresh({ kind: 'remove-span', span });
      return fresh({ kind: 'replace-span', before: span, after: { ...span, note: `${span.note}!` } });
    }
    case 'status': {
      const after = layer.status === 'done' ? 'in-progress' : 'done';
      return fresh({ kind: 'set-status', before: layer.status, after });
    }
    case 'undo':
    case 'redo': {
      const of = (move.kind === 'undo' ? history.done : history.undone).at(-1);
      if (of === undefined) return undefined;
      const { edit } = steps[of - 1]!;
      return { edit: move.kind === 'undo' ? invertEdit(edit) : edit, cause: { kind: move.kind, of } };
    }
  }
}

function fresh(edit: Edit): { readonly edit: Edit; readonly cause: Cause } {
  return { edit, cause: { kind: 'new' } };
}

function spanOf(id: string, from: number, length: number): Span {
  const time = timeOf(0);
  return {
    id: id as SpanId,
    label: 'entity' as LabelId,
    ranges: [{ from, to: from + length }],
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: time,
    changedAt: time,
  };
}

function timeOf(number: number): string {
  return new Date(Date.UTC(2024, 5, 17) + number * 1000).toISOString();
}
