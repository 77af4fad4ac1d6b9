import { type AnnotatorId } from '#core/project/project.ts';
import { type FeedbackEntry, spanOf } from '#core/review/feedback.ts';
import { type Thread } from '#core/review/thread.ts';
import { extentOf } from '#core/spans/span.ts';
import { sameRange } from '#core/text/range.ts';
import { threadsAbout } from '#state/threads/threads-store.ts';

/** Threads about the annotator's span, about one that was decided together with it, or about the very words. */
export function threadsOn(
  entry: FeedbackEntry,
  annotatorId: AnnotatorId,
  threads: readonly Thread[],
): readonly Thread[] {
  const own = entry.mine ? [{ annotatorId, spanId: entry.mine.id }] : [];
  const about = new Set(threadsAbout(threads, [...own, ...(entry.decision?.covers ?? [])]));
  const extent = extentOf(spanOf(entry));
  return threads.filter((thread) => {
    const isOnWords = thread.spans.length === 0 && thread.range !== undefined && sameRange(thread.range, extent);
    return about.has(thread) || isOnWords;
  });
}

/** What was said about an entry that is not settled by its outcome: words of the reviewer, or a thread that is open. */
export function saidOn(
  entry: FeedbackEntry,
  annotatorId: AnnotatorId,
  threads: readonly Thread[],
): 'thread' | 'comment' | undefined {
  if (threadsOn(entry, annotatorId, threads).some(({ isResolved }) => !isResolved)) return 'thread';
  return (entry.decision?.comment ?? '').trim() === '' ? undefined : 'comment';
}
