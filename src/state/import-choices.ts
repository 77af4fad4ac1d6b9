import { NOTHING_CHOSEN } from '#formats/exchange/dataset-choices.ts';
import { orphansAsCsv, orphansAsJson } from '#formats/exchange/write-orphans.ts';
// Wholly types: an import that stays would bring the worker's code along.
import type { PreparedFile, ReadFile } from '#workers/prepared-file.ts';
import type { ReadChoices } from '#workers/read-work.ts';
import { type Dependencies } from './dependencies.ts';
import { messageOf } from './message-of.ts';
import { type SessionStore } from './session-store.ts';

export { attributeKey } from '#formats/exchange/fates.ts';
export type { Fate, Fates } from '#formats/exchange/fates.ts';

/** What the user can choose for a file that was read. */
export interface ChoosingActions {
  /** Reads a file again in the format and with the unit, the names and the places that the user chose. */
  readonly choose: (handle: number, choices: Partial<ReadChoices>) => Promise<void>;
  /** Downloads the list of the spans of a dataset that are left out, since they have no place in a text. */
  readonly downloadOrphans: (handle: number, as: 'json' | 'csv') => Promise<void>;
}

/** The state that choices are made in. */
export interface ChoosingState {
  readonly phase: 'idle' | 'reading' | 'preview' | 'writing' | 'done';
  /** What was read and is not imported yet, or was just imported. */
  readonly files: readonly PreparedFile[];
  readonly failure: string;
  /** True while a file is read again as the user chose. */
  readonly isChoosing: boolean;
}

/** Choosing how a file is read, and the list of what has no place. */
export interface ImportChoices extends ChoosingActions {
  /** Resolves when no choice is being carried out. */
  readonly settled: () => Promise<void>;
}

/** The actions of the import screen on a file that was read. A choice shows at once, what follows from it when it was read. */
export function createImportChoices(
  { transfer, download }: Pick<Dependencies, 'transfer' | 'download'>,
  session: SessionStore,
  set: (part: Partial<ChoosingState>) => void,
  get: () => ChoosingState,
): ImportChoices {
  let last = Promise.resolve();
  /** Grows with every choice, so that an earlier one that ends late shows nothing. */
  let turn = 0;
  const put = (file: PreparedFile): void => {
    set({ files: get().files.map((each) => (each.handle === file.handle ? file : each)) });
  };
  const carryOut = async (handle: number, choices: ReadChoices, mine: number, isForAll: boolean): Promise<void> => {
    try {
      const read = await transfer.choose(handle, choices, session.getState().project);
      if (mine === turn) put(read);
      // Who made what, and which of two layers counts, depends on all the files.
      const others = isForAll ? get().files.filter((each) => each.handle !== handle) : [];
      for (const other of others) {
        const again = await transfer.prepareAgain(other.handle, session.getState().project);
        if (mine === turn) put(again);
      }
    } catch (error) {
      // What was given up meanwhile needs no excuse.
      const isThere = get().files.some((each) => each.handle === handle);
      if (isThere) set({ failure: messageOf(error) });
    } finally {
      if (mine === turn) set({ isChoosing: false });
    }
  };
  return {
    settled: () => last,
    choose: (handle, changes) => {
      const file = get().files.find((each) => each.handle === handle);
      if (get().phase !== 'preview' || !file) return last;
      const choices = choicesAfter(file, changes);
      const { reading } = file;
      put({ ...file, format: choices.format, reading: asChosen(reading, choices) });
      set({ isChoosing: true, failure: '' });
      const mine = (turn += 1);
      const isForAll = choices.format !== file.format || changes.called !== undefined;
      last = last.then(() => carryOut(handle, choices, mine, isForAll));
      return last;
    },
    downloadOrphans: async (handle, as) => {
      try {
        // While a file is read again there is nothing to be listed.
        await last;
        const orphans = await transfer.orphansOf(handle);
        const [text, type] =
          as === 'json' ? [orphansAsJson(orphans), 'application/json'] : [orphansAsCsv(orphans), 'text/csv'];
        download(`left-out.${as}`, new Blob([text], { type }));
      } catch (error) {
        set({ failure: messageOf(error) });
      }
    },
  };
}

/** The reading as it shows at once, before it is carried out. */
function asChosen(reading: ReadFile, choices: ReadChoices): ReadFile {
  if (reading.kind === 'dataset') return { ...reading, choices };
  if (reading.kind !== 'table' || !choices.table) return reading;
  const { hasHeader = reading.shown.hasHeader, columns = reading.shown.mapping } = choices.table;
  return { ...reading, shown: { ...reading.shown, hasHeader, mapping: columns } };
}

/** Units, names and places belong to the format in which they were found. */
function choicesAfter({ format, reading }: PreparedFile, changes: Partial<ReadChoices>): ReadChoices {
  const isOther = changes.format !== undefined && changes.format !== format;
  const before = reading.kind === 'dataset' && !isOther ? reading.choices : NOTHING_CHOSEN;
  return { ...before, format, ...changes };
}
