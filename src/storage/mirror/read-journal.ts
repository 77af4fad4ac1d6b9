import { decodeLine, type JournalHead, type JournalLine, LINE_END, nameOfKey, type RowKey } from './journal-line.ts';

/** The newest value of each row that a journal holds, by table and the name of the key. */
export type JournalRows = ReadonlyMap<string, ReadonlyMap<string, KeyedRow>>;

export interface KeyedRow {
  readonly key: RowKey;
  readonly row: object;
}

/** How a journal was found. */
export interface JournalReading {
  readonly head: JournalHead | undefined;
  /** False for one that was being rewritten when the browser ended. */
  readonly isWhole: boolean;
  /** Where the last sound line ends, in bytes; what comes after it was never finished. */
  readonly end: number;
  /** How many lines before it are damaged. */
  readonly damaged: number;
  /** ISO time of the newest line; empty where there is none. */
  readonly newestAt: string;
}

/** So many bytes are read at once. */
const PIECE = 1024 * 1024;

/**
 * Reads a journal line by line. A line that is damaged is left out; damaged lines at the end are a write that was never
 * finished, and not counted. `onRow` hears every row that was written or deleted, in order.
 */
async function readJournal(
  file: Blob,
  onRow: (table: string, key: RowKey, row: object | undefined) => void,
): Promise<JournalReading> {
  let head: JournalHead | undefined;
  let [isWhole, end, at, damaged, suspects, newestAt] = [false, 0, 0, 0, 0, ''];
  const take = (line: JournalLine): void => {
    if (line.kind === 'head') head = line.head;
    else if (line.kind === 'whole') isWhole = true;
    else {
      if (line.at > newestAt) newestAt = line.at;
      for (const { table, key, row } of line.rows) onRow(table, key, row);
    }
  };
  for await (const bytes of linesOf(file)) {
    at += bytes.length + 1;
    const line = decodeLine(bytes);
    if (!line) {
      suspects += 1;
      continue;
    }
    damaged += suspects;
    suspects = 0;
    end = at;
    take(line);
  }
  return { head, isWhole, end, damaged, newestAt };
}

/** What a journal comes to: the last value of each row, as readJournal finds them. */
export async function foldJournal(file: Blob): Promise<JournalReading & { readonly rows: JournalRows }> {
  const rows = new Map<string, Map<string, KeyedRow>>();
  const reading = await readJournal(file, (table, key, row) => {
    const known = rows.get(table) ?? new Map<string, KeyedRow>();
    rows.set(table, known);
    if (row) known.set(nameOfKey(key), { key, row });
    else known.delete(nameOfKey(key));
  });
  return { ...reading, rows };
}

/** The finished lines of a file, each without its end. */
async function* linesOf(file: Blob): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  for (let from = 0; from < file.size; from += PIECE) {
    const piece = new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
    let start = 0;
    for (let stop = piece.indexOf(LINE_END); stop >= 0; stop = piece.indexOf(LINE_END, start)) {
      pieces.push(piece.subarray(start, stop));
      yield pieces.length === 1 ? pieces[0]! : joined(pieces);
      pieces = [];
      start = stop + 1;
    }
    if (start < piece.length) pieces.push(piece.subarray(start));
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
