import { NEWEST_VERSION } from '#storage/versions.ts';
import { findJournal, type FoundJournal, journalName, journalNumbers } from './journal-files.ts';
import { type JournalFolder } from './journal-folder.ts';
import { encodeLine, type JournalLine, type JournalRow } from './journal-line.ts';
import { createMirrorIndex, type MirrorIndex } from './mirror-index.ts';
import { foldJournal, type JournalRows } from './read-journal.ts';

/** The journal that is written to: its newest file, and what that holds. */
export interface OpenJournal {
  /** What it holds as of the last write. */
  readonly index: () => MirrorIndex;
  /** Reads the newest file; undefined where there is none. */
  readonly find: () => Promise<FoundJournal | undefined>;
  /** Appends rows as one line, all of them or none; rejects where the disk refuses. */
  readonly write: (rows: readonly JournalRow[], at: string) => Promise<void>;
  /** Begins a new file with these rows. Until all are there, and whenever the browser ends before, the file before counts. */
  readonly begin: (rows: Portions, now: () => string) => Promise<void>;
  /** Takes away files that were superseded. */
  readonly tidy: () => Promise<void>;
  /** Copies what is still in force to a new file where that is less than half. */
  readonly compactIfLarge: (now: () => string) => Promise<void>;
  /** Copies the file under another name, which later files leave alone. */
  readonly putAside: () => Promise<void>;
}

/** Rows, a line's worth at a time; made only once the journal is empty, so that they may be what it lacks. */
type Portions = (index: MirrorIndex) => AsyncIterable<readonly JournalRow[]> | Iterable<readonly JournalRow[]>;

/** With what the name of a journal begins that was put aside. */
export const PUT_ASIDE = 'put-aside-';

/** Below this size a journal is not rewritten, in bytes. */
const SMALL = 1024 * 1024;
/** About so many characters of rows go into one line. */
const LINE = 2 * 1024 * 1024;

export function openJournal(folder: JournalFolder): OpenJournal {
  let index = createMirrorIndex();
  let file = { name: journalName(0), number: 0, size: 0 };

  const append = async (line: JournalLine): Promise<void> => {
    const bytes = encodeLine(line);
    await folder.append(file.name, file.size, bytes);
    file.size += bytes.length;
  };
  const write = async (rows: readonly JournalRow[], at: string): Promise<void> => {
    if (rows.length === 0) return;
    await append({ kind: 'rows', at, rows });
    for (const row of rows) index.note(row);
  };
  const tidy = async (): Promise<void> => {
    const superseded = (await journalNumbers(folder)).filter((number) => number < file.number);
    for (const number of superseded) await folder.remove(journalName(number));
  };
  const begin = async (portions: Portions, now: () => string): Promise<void> => {
    const number = file.number + 1;
    file = { name: journalName(number), number, size: 0 };
    index = createMirrorIndex();
    await append({ kind: 'head', head: { journal: 'spanmark', schema: NEWEST_VERSION } });
    for await (const rows of portions(index)) await write(rows, now());
    await append({ kind: 'whole' });
    await tidy();
  };
  return {
    index: () => index,
    find: async () => {
      const found = await findJournal(folder);
      file = { name: found?.name ?? journalName(0), number: found?.number ?? 0, size: found?.end ?? 0 };
      index = createMirrorIndex(found?.rows);
      return found;
    },
    write,
    begin,
    tidy,
    compactIfLarge: async (now) => {
      if (file.size <= SMALL || file.size <= 2 * index.size()) return;
      const { rows } = await foldJournal(await folder.read(file.name));
      await begin(() => portionsOf(rows), now);
    },
    putAside: async () => {
      const kept = await folder.read(file.name);
      await folder.append(`${PUT_ASIDE}${file.number}.jsonl`, 0, new Uint8Array(await kept.arrayBuffer()));
    },
  };
}

function* portionsOf(tables: JournalRows): Generator<readonly JournalRow[]> {
  let portion: JournalRow[] = [];
  let size = 0;
  for (const [table, rows] of tables) {
    for (const { key, row } of rows.values()) {
      portion.push({ table, key, row });
      size += JSON.stringify(row).length;
      if (size < LINE) continue;
      yield portion;
      [portion, size] = [[], 0];
    }
  }
  if (portion.length > 0) yield portion;
}
