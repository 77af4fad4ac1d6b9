import { countingDecisions } from '#core/review/counting.ts';
import { type Decision } from '#core/review/decision.ts';

/** The decisions that the log of an article says were made by one action last and still count: what undo takes back. */
export function lastAction(log: readonly Decision[]): readonly Decision[] {
  const counting = countingDecisions(log).filter(({ verdict }) => verdict !== 'withdraw');
  const last = counting.at(-1);
  if (!last) return [];
  return last.batch === '' ? [last] : counting.filter(({ batch }) => batch === last.batch);
}

/** The last undo that still counts and that no decision came after: what redo takes back. */
export function lastUndo(log: readonly Decision[]): readonly Decision[] {
  const byId = new Map(log.map((decision) => [decision.id, decision]));
  const counting = countingDecisions(log);
  const isUndo = ({ verdict, supersedes }: Decision): boolean =>
    verdict === 'withdraw' && supersedes.some((id) => byId.get(id)?.verdict !== 'withdraw');
  const last = counting.findLast(isUndo);
  if (!last) return [];
  const isAfter = log.slice(log.indexOf(last)).some(({ verdict }) => verdict !== 'withdraw');
  return isAfter ? [] : [last];
}
