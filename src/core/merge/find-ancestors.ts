import { asItWas } from '#core/edits/as-it-was.ts';
import { NO_SUM } from '#core/edits/entry-sum.ts';
import { type Layer } from '#core/project/project.ts';
import { backThrough, type CarriedLog, endOf, type LayerCopy, type SummedEdit } from './carried-log.ts';
import { sameContent } from './same-content.ts';

/** How another device's copy of a layer stands to ours. */
export type Kinship =
  /** All of its log is in ours, or was merged into it. */
  | { readonly kind: 'behind' }
  /** It goes on where ours ends, with these entries. */
  | { readonly kind: 'ahead'; readonly entries: readonly SummedEdit[] }
  /**
   * Both went on from the same layer: the newest one that both had. There are two where each device has merged an earlier
   * state of the other one.
   */
  | { readonly kind: 'parted'; readonly ancestors: readonly Layer[] }
  /** Nothing shows that they began as the same. */
  | { readonly kind: 'strangers' };

/**
 * Finds out where two copies of a layer parted: by checksums, by what either has merged of the other, and where there is
 * neither, by what the layer held where one of the logs begins. Throws a RangeError where a log is not its layer's.
 */
export function kinshipOf(ours: LayerCopy, theirs: LayerCopy): Kinship {
  const sums = { ours: sumsOf(ours.log), theirs: sumsOf(theirs.log) };
  const common = lastCommon(sums.ours, sums.theirs);
  if (common !== undefined) {
    if (!sameContent(at(ours, common), at(theirs, common))) return { kind: 'strangers' };
    if (common === endOf(theirs.log).number) return { kind: 'behind' };
    if (common === endOf(ours.log).number) {
      return { kind: 'ahead', entries: theirs.log.entries.filter(({ number }) => number > common) };
    }
  }
  if (goesOnFrom(ours, theirs)) return { kind: 'ahead', entries: theirs.log.entries };
  const inOurs = lastMerge(ours.log, sums.theirs);
  if (inOurs?.of === endOf(theirs.log).number) return { kind: 'behind' };
  const merged = mergedStates(ours, theirs, inOurs, lastMerge(theirs.log, sums.ours));
  if (merged.length > 0) return { kind: 'parted', ancestors: merged };
  const ancestor = common === undefined ? commonState(ours, theirs) : at(ours, common);
  return ancestor ? { kind: 'parted', ancestors: [ancestor] } : { kind: 'strangers' };
}

/** An entry that brought in what the other device had done, and the last entry of that one's log at the time. */
interface LogMerge {
  readonly in: number;
  readonly of: number;
}

/** What each side has merged of the other one, but for what the other merge rests on. */
function mergedStates(
  ours: LayerCopy,
  theirs: LayerCopy,
  inOurs: LogMerge | undefined,
  inTheirs: LogMerge | undefined,
): readonly Layer[] {
  const isOursOlder = inOurs && inTheirs && inOurs.in <= inTheirs.of;
  const areTheirsOlder = inOurs && inTheirs && inTheirs.in <= inOurs.of;
  return [
    ...(inOurs && !isOursOlder ? [at(theirs, inOurs.of)] : []),
    ...(inTheirs && !areTheirsOlder ? [at(ours, inTheirs.of)] : []),
  ];
}

/** True where ours has no edits of its own, and their log begins with what it holds and with the number that comes next. */
function goesOnFrom({ layer, log }: LayerCopy, theirs: LayerCopy): boolean {
  if (log.entries.length > 0 || theirs.log.entries.length === 0) return false;
  return log.sum === theirs.log.sum && log.after === theirs.log.after && sameContent(layer, firstOf(theirs));
}

/** The numbers of the entries with each checksum; the one before the first entry counts, where it has one. */
function sumsOf({ after, sum, entries }: CarriedLog): ReadonlyMap<string, number> {
  const sums = new Map(entries.map((entry) => [entry.sum, entry.number]));
  if (sum !== NO_SUM) sums.set(sum, after);
  return sums;
}

/** A checksum rests on all before it, its number included. */
function lastCommon(ours: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): number | undefined {
  let last: number | undefined;
  for (const [sum, number] of ours) {
    if (theirs.get(sum) === number && number > (last ?? -1)) last = number;
  }
  return last;
}

/** The last entry that merged an entry of the other log and still stands, and which entry of that one it merged. */
function lastMerge({ entries }: CarriedLog, other: ReadonlyMap<string, number>): LogMerge | undefined {
  const undone = new Set<number>();
  for (const { cause } of entries) {
    if (cause.kind === 'undo') undone.add(cause.of);
    if (cause.kind === 'redo') undone.delete(cause.of);
  }
  let last: LogMerge | undefined;
  for (const { number, cause } of entries) {
    const of = cause.kind === 'new' && cause.merges !== undefined ? other.get(cause.merges) : undefined;
    if (of !== undefined && !undone.has(number) && of >= (last?.of ?? 0)) last = { in: number, of };
  }
  return last;
}

function at({ layer, log }: LayerCopy, number: number): Layer {
  return asItWas(layer, log.entries, number);
}

/** The newest state of one copy that the log of the other one begins with: a file without logs may have brought it there. */
function commonState(ours: LayerCopy, theirs: LayerCopy): Layer | undefined {
  return lastLike(ours, firstOf(theirs)) ?? lastLike(theirs, firstOf(ours));
}

function firstOf(copy: LayerCopy): Layer {
  return at(copy, copy.log.after);
}

function lastLike(copy: LayerCopy, wanted: Layer): Layer | undefined {
  if (sameContent(copy.layer, wanted)) return copy.layer;
  for (const { layer } of backThrough(copy)) if (sameContent(layer, wanted)) return layer;
  return undefined;
}
