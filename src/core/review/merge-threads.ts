import { compareText } from '#core/text/compare-text.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { type Message, type Thread } from './thread.ts';

/**
 * One thread as two copies of it know it: the messages of both, each once, in the order of their times; whether it is resolved
 * and a guideline question as in the copy where that changed last (ours where both did at once). What it is about never
 * changes, so ours says it. Gives `ours` itself where `theirs` adds nothing.
 */
export function mergeThreads(ours: Thread, theirs: Thread): Thread {
  const known = new Set(ours.messages.map(({ id }) => id));
  const added = theirs.messages.filter(({ id }) => !known.has(id));
  const isTheirs = compareTimes(theirs.changedAt, ours.changedAt) > 0;
  if (added.length === 0 && !isTheirs) return ours;
  const { isResolved, isGuidelineQuestion, changedAt } = isTheirs ? theirs : ours;
  const messages = [...ours.messages, ...added].toSorted(compareMessages);
  return { ...ours, isResolved, isGuidelineQuestion, changedAt, messages };
}

/** The order of messages in a thread: by time, then by id. */
export function compareMessages(a: Message, b: Message): number {
  return compareTimes(a.at, b.at) || compareText(a.id, b.id);
}
