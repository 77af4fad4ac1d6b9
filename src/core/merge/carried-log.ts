import { applyEdit } from '#core/edits/apply-edit.ts';
import { asItWas } from '#core/edits/as-it-was.ts';
import { type LoggedEdit, NO_SUM } from '#core/edits/entry-sum.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { type Layer } from '#core/project/project.ts';

/** An entry of a log with its checksum. */
export interface SummedEdit extends LoggedEdit {
  readonly sum: string;
}

/**
 * The log of a layer, or the end of it, as one device hands it to another. `after` and `sum` are the number and the checksum
 * of the entry before the first one here: 0 and NO_SUM for a whole log.
 */
export interface CarriedLog {
  readonly after: number;
  readonly sum: string;
  /** In their order, without gaps. */
  readonly entries: readonly SummedEdit[];
}

/** One device's copy of a layer: as it stands after the last entry of the log. */
export interface LayerCopy {
  readonly layer: Layer;
  readonly log: CarriedLog;
}

/** The log of a layer that was never edited. */
export const EMPTY_LOG: CarriedLog = { after: 0, sum: NO_SUM, entries: [] };

/**
 * What can be carried of entries, which are in their order and end with the last one of the log, whose number is `last`: the
 * longest end in which all have checksums and the one before the first is known.
 */
export function carriedLog(entries: readonly (LoggedEdit & { readonly sum?: string })[], last: number): CarriedLog {
  const unsummed = entries.findLastIndex(({ sum }) => sum === undefined);
  const summed = entries.slice(unsummed + 1).flatMap(({ sum, ...entry }): SummedEdit[] => {
    const { number, edit, cause, at } = entry;
    return sum === undefined ? [] : [{ number, edit, cause, at, sum }];
  });
  const [first, ...others] = summed;
  if (!first) return { after: last, sum: NO_SUM, entries: [] };
  const isBeginning = first.number === 1 || unsummed >= 0;
  if (isBeginning) return { after: first.number - 1, sum: NO_SUM, entries: summed };
  // What came before the first is lost, and with it the checksum that the first one rests on.
  return { after: first.number, sum: first.sum, entries: others };
}

/** Number and checksum of the last entry of a log. */
export function endOf({ after, sum, entries }: CarriedLog): { readonly number: number; readonly sum: string } {
  return entries.at(-1) ?? { number: after, sum };
}

/** True where the entries can be taken back from the layer, one after another: where the log is the layer's. */
export function leadsToLayer({ layer, log }: LayerCopy): boolean {
  try {
    asItWas(layer, log.entries, log.after);
    return true;
  } catch {
    // An edit that does not fit says so by an error.
    return false;
  }
}

/**
 * The layer as it was before each of the entries, from the last to the first, each with the number of the entry before it.
 * Throws a RangeError where the log is not the layer's.
 */
export function* backThrough({ layer, log }: LayerCopy): Generator<{ readonly number: number; readonly layer: Layer }> {
  let then = layer;
  for (const { number, edit } of log.entries.toReversed()) {
    then = applyEdit(then, invertEdit(edit));
    yield { number: number - 1, layer: then };
  }
}
