import { type JournalFolder } from './journal-folder.ts';
import { foldJournal, type JournalReading, type JournalRows } from './read-journal.ts';

/** A journal as it was found on the disk. */
export interface FoundJournal extends JournalReading {
  readonly name: string;
  /** Which of the files it is; each rewriting makes the next. */
  readonly number: number;
  readonly rows: JournalRows;
}

/** The name of the journal with this number. */
export function journalName(number: number): string {
  return `journal-${number}.jsonl`;
}

/** The journal in the folder, or undefined where there is none: the newest that is whole, else the newest there is. */
export async function findJournal(folder: JournalFolder): Promise<FoundJournal | undefined> {
  let newest: FoundJournal | undefined;
  for (const number of await journalNumbers(folder)) {
    const name = journalName(number);
    const found: FoundJournal = { name, number, ...(await foldJournal(await folder.read(name))) };
    if (found.isWhole) return found;
    newest ??= found;
  }
  return newest;
}

/** The numbers of all journals in the folder, the highest first. */
export async function journalNumbers(folder: JournalFolder): Promise<readonly number[]> {
  const numbers = (await folder.names()).flatMap((name) => {
    const [, digits] = /^journal-(\d{1,9})\.jsonl$/.exec(name) ?? [];
    return digits === undefined ? [] : [Number(digits)];
  });
  return numbers.toSorted((a, b) => b - a);
}
