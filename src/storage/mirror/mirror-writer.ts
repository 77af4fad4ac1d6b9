import { type Database } from '#storage/database.ts';
import { guarded } from '#storage/storage-error.ts';
import { NEWEST_VERSION } from '#storage/versions.ts';
import { rowsAhead, rowsOfNote } from './catch-up.ts';
import { findLosses, isBehind, type Losses } from './find-losses.ts';
import { type JournalFolder } from './journal-folder.ts';
import { type JournalRow } from './journal-line.ts';
import { openJournal } from './open-journal.ts';
import { type WriteNote } from './watch-writes.ts';

/** How the mirror stands to the database. */
export type MirrorState =
  | {
      readonly kind: 'current';
      /** ISO time of what it holds last; empty where it holds nothing. */
      readonly at: string;
      /** How many damaged lines were found at the start; it was made anew from the database then. */
      readonly damaged: number;
    }
  | {
      /** The database lacks what the mirror holds: nothing is written until the user has decided. */
      readonly kind: 'behind';
      readonly at: string;
      readonly losses: Losses;
    };

/** Writes the mirror: one at a time in one browser. Calls wait for one another. */
export interface MirrorWriter {
  /** Compares the database with the journal; where it lacks nothing, the journal catches up. Rejects where either cannot be read. */
  readonly start: () => Promise<MirrorState>;
  /** Copies what a transaction wrote. */
  readonly note: (note: WriteNote) => Promise<MirrorState>;
  /** Puts the journal aside, under another name, and begins one of what the database holds now. */
  readonly beginAnew: () => Promise<MirrorState>;
}

export function createMirrorWriter(database: Database, folder: JournalFolder, now: () => string): MirrorWriter {
  const journal = openJournal(folder);
  let state: MirrorState = { kind: 'current', at: '', damaged: 0 };
  let isStarted = false;
  let last: Promise<unknown> = Promise.resolve();

  const write = async (rows: readonly JournalRow[]): Promise<void> => {
    if (rows.length === 0) return;
    const at = now();
    await journal.write(rows, at);
    state = { ...state, at };
  };
  const catchUp = async (): Promise<void> => {
    for await (const rows of rowsAhead(database, journal.index())) await write(rows);
  };
  const writeAnew = async (): Promise<void> => {
    await journal.begin((index) => rowsAhead(database, index), now);
    state = { ...state, at: now() };
  };
  const compare = async (): Promise<MirrorState> => {
    const found = await journal.find();
    state = { kind: 'current', at: found?.newestAt ?? '', damaged: found?.damaged ?? 0 };
    const losses = await findLosses(database, journal.index());
    if (isBehind(losses)) return (state = { kind: 'behind', at: state.at, losses });
    const isSound = found?.isWhole && found.damaged === 0 && found.head?.schema === NEWEST_VERSION;
    if (isSound) await catchUp();
    else await writeAnew();
    await journal.tidy();
    await journal.compactIfLarge(now);
    return state;
  };
  const start = async (): Promise<MirrorState> => {
    isStarted = false;
    const compared = await compare();
    isStarted = true;
    return compared;
  };
  const note = async (written: WriteNote): Promise<MirrorState> => {
    // Until the journal was read and compared, nothing may be written into it; comparing finds these rows as well.
    if (!isStarted) return start();
    if (state.kind === 'behind') return isBehind(await findLosses(database, journal.index())) ? state : start();
    await write(await rowsOfNote(database, journal.index(), written));
    if (written.isLarge) await catchUp();
    await journal.compactIfLarge(now);
    return state;
  };
  const beginAnew = async (): Promise<MirrorState> => {
    await journal.putAside();
    state = { kind: 'current', at: '', damaged: 0 };
    await writeAnew();
    return state;
  };
  /** One after the other; what fails does not keep the next from being tried. */
  const inTurn = <Result>(job: () => Promise<Result>): Promise<Result> => {
    const next = last.then(() => guarded(job));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    start: () => inTurn(start),
    note: (written) => inTurn(() => note(written)),
    beginAnew: () => inTurn(beginAnew),
  };
}
