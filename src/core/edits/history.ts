/**
 * Which numbered edits of a layer's log can be undone and redone. Numbers start at 1 and have no gaps. An undo is itself
 * an entry of the log, so the log is never shortened and the history survives a reload.
 */
export interface History {
  /** Edits that stand, oldest first: the last one is undone next. */
  readonly done: readonly number[];
  /** Edits that were undone, the latest last: it is redone next. */
  readonly undone: readonly number[];
}

/**
 * How an entry of the log came to be: a new edit, or the undoing or redoing of the edit with that number. `merges` is there
 * where the edit brings in what was done on another device: the checksum of the last entry of that log.
 */
export type Cause =
  | { readonly kind: 'new'; readonly merges?: string | undefined }
  | { readonly kind: 'undo' | 'redo'; readonly of: number };

/** Nothing to undo or redo. */
export const NO_HISTORY: History = { done: [], undone: [] };

/**
 * The history after some more entries. Where one turns back an edit that the history does not know, since the beginning of
 * the log is not there, nothing before it can be undone any more.
 */
export function historyAfter(
  history: History,
  entries: readonly { readonly number: number; readonly cause: Cause }[],
): History {
  return entries.reduce((now, { number, cause }) => {
    try {
      return recordEntry(now, number, cause);
    } catch {
      return NO_HISTORY;
    }
  }, history);
}

/**
 * The history after log entry `number`. A new edit ends what could be redone. Throws a RangeError where an undo or redo
 * names an edit that is not next in turn.
 */
export function recordEntry(history: History, number: number, cause: Cause): History {
  const { done, undone } = history;
  if (cause.kind === 'new') return { done: [...done, number], undone: [] };
  const [source, verb] = cause.kind === 'undo' ? [done, 'undone'] : [undone, 'redone'];
  if (source.at(-1) !== cause.of) throw new RangeError(`edit ${cause.of} is not the next to be ${verb}`);
  return cause.kind === 'undo'
    ? { done: done.slice(0, -1), undone: [...undone, cause.of] }
    : { done: [...done, cause.of], undone: undone.slice(0, -1) };
}
