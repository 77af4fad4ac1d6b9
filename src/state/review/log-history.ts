import { countingDecisions } from '#core/review/counting.ts';
import { type BatchId, type Decision } from '#core/review/decision.ts';

/** What the log of one article says was done last, and the same for the other articles of the batch that it belonged to. */
export interface LogHistory {
  /** Those decisions of the open article that one action made last. */
  readonly last: (log: readonly Decision[]) => readonly Decision[];
  /** Those of another article’s log that belong to the batch and can be taken back all the same. */
  readonly inBatch: (log: readonly Decision[], batch: BatchId) => readonly Decision[];
}

/** What undo takes back: decisions that still count. */
export const ACTIONS: LogHistory = {
  last: (log) => {
    const counting = countingActions(log);
    const last = counting.at(-1);
    if (!last) return [];
    return last.batch === '' ? [last] : counting.filter(({ batch }) => batch === last.batch);
  },
  inBatch: (log, batch) => countingActions(log).filter((decision) => decision.batch === batch),
};

/** What redo takes back: an undo that still counts and that no decision came after. */
export const UNDOS: LogHistory = {
  last: lastUndo,
  inBatch: (log, batch) => lastUndo(log).filter((decision) => decision.batch === batch),
};

function countingActions(log: readonly Decision[]): readonly Decision[] {
  return countingDecisions(log).filter(({ verdict }) => verdict !== 'withdraw');
}

function lastUndo(log: readonly Decision[]): readonly Decision[] {
  const byId = new Map(log.map((decision) => [decision.id, decision]));
  const counting = countingDecisions(log);
  const isUndo = ({ verdict, supersedes }: Decision): boolean =>
    verdict === 'withdraw' && supersedes.some((id) => byId.get(id)?.verdict !== 'withdraw');
  const last = counting.findLast(isUndo);
  if (!last) return [];
  const isAfter = log.slice(log.indexOf(last)).some(({ verdict }) => verdict !== 'withdraw');
  return isAfter ? [] : [last];
}
