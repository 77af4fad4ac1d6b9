import { orphansAsCsv, orphansAsJson } from '#formats/exchange/write-orphans.ts';
// Wholly types: an import that stays would bring the worker's code along.
import type { PreparedFile } from '#workers/prepared-file.ts';
import type { ReadChoices } from '#workers/read-work.ts';
import { type Dependencies } from './dependencies.ts';
import { type SessionStore } from './session-store.ts';
import { type TransferState } from './transfer-store.ts';

/** Choosing how a file is read, and the list of what has no place. */
export interface ImportChoices extends Pick<TransferState, 'choose' | 'downloadOrphans'> {
  /** Resolves when no choice is being carried out. */
  readonly settled: () => Promise<void>;
}

/** The actions of the import screen on a file that was read. A choice shows at once, what follows from it when it was read. */
export function createImportChoices(
  { transfer, download }: Pick<Dependencies, 'transfer' | 'download'>,
  session: SessionStore,
  set: (part: Partial<TransferState>) => void,
  get: () => TransferState,
): ImportChoices {
  let last = Promise.resolve();
  /** Grows with every choice, so that an earlier one that ends late shows nothing. */
  let turn = 0;
  const put = (file: PreparedFile): void => {
    set({ files: get().files.map((each) => (each.handle === file.handle ? file : each)) });
  };
  const carryOut = async (handle: number, choices: ReadChoices, mine: number): Promise<void> => {
    try {
      const read = await transfer.choose(handle, choices, session.getState().project);
      if (mine === turn) put(read);
    } catch (error) {
      set({ failure: error instanceof Error ? error.message : String(error) });
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
      put({ ...file, format: choices.format, reading: reading.kind === 'dataset' ? { ...reading, choices } : reading });
      set({ isChoosing: true, failure: '' });
      const mine = (turn += 1);
      last = last.then(() => carryOut(handle, choices, mine));
      return last;
    },
    downloadOrphans: async (handle, as) => {
      try {
        const orphans = await transfer.orphansOf(handle);
        const [text, type] =
          as === 'json' ? [orphansAsJson(orphans), 'application/json'] : [orphansAsCsv(orphans), 'text/csv'];
        download(`left-out.${as}`, new Blob([text], { type }));
      } catch (error) {
        set({ failure: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}

/** Units and labels belong to the format in which they were found. */
function choicesAfter({ format, reading }: PreparedFile, changes: Partial<ReadChoices>): ReadChoices {
  const isOther = changes.format !== undefined && changes.format !== format;
  const before = reading.kind === 'dataset' && !isOther ? reading.choices : { unit: undefined, fates: new Map() };
  return { ...before, format, ...changes };
}
