import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { type FeedbackEntry } from '#core/review/feedback.ts';
import { type Thread } from '#core/review/thread.ts';
import { spanByHand, type SpanId } from '#core/spans/span.ts';
import { saidOn } from './threads-on.ts';

const ADA = 'ada' as AnnotatorId;
const MINE = spanByHand('s1' as SpanId, 'entity' as LabelId, [{ from: 2, to: 9 }], '2024-06-17T09:30:00.000Z');

function kept(comment: string): FeedbackEntry {
  const decision = { comment, covers: [{ annotatorId: 'bo', spanId: 'b1' }] } as unknown as Decision;
  return { outcome: 'kept', mine: MINE, gold: MINE, decision, differs: [], isChangedSince: false };
}

function thread(about: Partial<Thread>): Thread {
  return { spans: [], range: undefined, isResolved: false, ...about } as Thread;
}

test.each<[string, string, Partial<Thread> | undefined, ReturnType<typeof saidOn>]>([
  ['nothing', '', undefined, undefined],
  ['a comment of the reviewer', 'Good.', undefined, 'comment'],
  ['white space', '  ', undefined, undefined],
  ['a thread on the span', 'Good.', { spans: [{ annotatorId: ADA, spanId: MINE.id }] }, 'thread'],
  [
    'one on what was decided with it',
    '',
    { spans: [{ annotatorId: 'bo' as AnnotatorId, spanId: 'b1' as SpanId }] },
    'thread',
  ],
  ['one on its very words', '', { range: { from: 2, to: 9 } }, 'thread'],
  ['one on other words', '', { range: { from: 2, to: 8 } }, undefined],
  ['a resolved one', '', { range: { from: 2, to: 9 }, isResolved: true }, undefined],
])('what was said about a span that was kept: %s', (_, comment, about, said) => {
  expect(saidOn(kept(comment), ADA, about ? [thread(about)] : [])).toBe(said);
});
