/** A row of a table with its primary key. */
export interface JournalRow {
  readonly table: string;
  readonly key: RowKey;
  /** Undefined where the row was deleted. */
  readonly row: object | undefined;
}

/** A primary key as IndexedDB has it. */
export type RowKey = string | readonly (string | number)[];

/** The first line of a journal: by which schema of the database its rows were written. */
export interface JournalHead {
  readonly journal: 'spanmark';
  readonly schema: number;
}

/** What a line says: the head, that a rewritten journal is whole, or rows that were written by one transaction. */
export type JournalLine =
  | { readonly kind: 'head'; readonly head: JournalHead }
  | { readonly kind: 'whole' }
  | { readonly kind: 'rows'; readonly at: string; readonly rows: readonly JournalRow[] };

/** So many characters before the JSON of a line: eight hexadecimal digits and a space. */
const SUM_LENGTH = 9;

/** A line with its checksum and its end, as UTF-8. */
export function encodeLine(line: JournalLine): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(JSON.stringify(line.kind === 'rows' ? rowsOnDisk(line) : line));
  const bytes = new Uint8Array(SUM_LENGTH + body.length + 1);
  bytes.set(new TextEncoder().encode(`${hex(crc32(body))} `));
  bytes.set(body, SUM_LENGTH);
  bytes[bytes.length - 1] = LINE_END;
  return bytes;
}

/** What a line without its end says; undefined where it is damaged. */
export function decodeLine(bytes: Uint8Array): JournalLine | undefined {
  const body = bytes.subarray(SUM_LENGTH);
  const sum = new TextDecoder().decode(bytes.subarray(0, SUM_LENGTH));
  if (sum !== `${hex(crc32(body))} `) return undefined;
  // What has the right checksum was written by encodeLine.
  const parsed = JSON.parse(new TextDecoder().decode(body)) as OnDisk | Exclude<JournalLine, { kind: 'rows' }>;
  if ('kind' in parsed) return parsed;
  return {
    kind: 'rows',
    at: parsed.at,
    rows: parsed.rows.map(([table, key, row]) => ({ table, key, row: row ?? undefined })),
  };
}

/** The byte that ends a line; JSON has none of them inside. */
export const LINE_END = 0x0a;

/** A primary key as one string, different for different keys. */
export function nameOfKey(key: RowKey): string {
  return JSON.stringify(key);
}

/** The checksum of a row, for telling whether it has changed. */
export function rowSum(row: object): number {
  return weighRow(row).sum;
}

/** The checksum of a row, and how many bytes it takes in a line. */
export function weighRow(row: object): { readonly sum: number; readonly size: number } {
  const bytes = new TextEncoder().encode(JSON.stringify(row));
  return { sum: crc32(bytes), size: bytes.length };
}

interface OnDisk {
  readonly at: string;
  readonly rows: readonly (readonly [string, RowKey, object | null])[];
}

function rowsOnDisk({ at, rows }: Extract<JournalLine, { kind: 'rows' }>): OnDisk {
  return { at, rows: rows.map(({ table, key, row }) => [table, key, row ?? null]) };
}

/** The checksum of gzip and PNG: CRC-32, https://www.rfc-editor.org/rfc/rfc1952 section 8. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ REMAINDERS[(sum ^ byte) & 0xff]!;
  return (sum ^ 0xffffffff) >>> 0;
}

const REMAINDERS: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder >>> 0;
});

function hex(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}
