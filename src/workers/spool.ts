import { type FilePart } from '#formats/exchange/dataset.ts';

/** One of the files that parts make up. */
export interface SpooledFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** The first characters of a text; undefined for anything else, and beyond the first files. */
  readonly start: string | undefined;
  /** The bytes in order, in pieces that fit into memory. */
  readonly pieces: readonly Blob[];
}

/** Puts parts together to files that memory need not hold. */
export interface Spool {
  readonly add: (part: FilePart) => void;
  /** The files in the order in which they came first. */
  readonly files: () => readonly SpooledFile[];
}

/** So many bytes are handed to the browser at once, which may keep them on the disk. */
const PIECE = 4 * 1024 * 1024;
/** So much of the start of a file is kept for its preview, in UTF-16 code units, and of so many files. */
const SHOWN = 6000;
const FILES_SHOWN = 20;

interface Growing {
  readonly path: string;
  readonly pieces: Blob[];
  pending: Uint8Array<ArrayBuffer>[];
  pendingSize: number;
  size: number;
  start: string | undefined;
}

export function createSpool(): Spool {
  const files = new Map<string, Growing>();
  const waiting = new Set<Growing>();
  const encoder = new TextEncoder();
  let pending = 0;

  /** One blob for all files, of which each gets its stretch: thousands of small files would be as many blobs. */
  const hand = (): void => {
    const some = [...waiting];
    const blob = new Blob(some.flatMap((file) => file.pending));
    let at = 0;
    for (const file of some) {
      file.pieces.push(blob.slice(at, at + file.pendingSize));
      at += file.pendingSize;
      file.pending = [];
      file.pendingSize = 0;
    }
    waiting.clear();
    pending = 0;
  };
  const open = (path: string, isText: boolean): Growing => {
    const start = isText && files.size < FILES_SHOWN ? '' : undefined;
    const file: Growing = { path, pieces: [], pending: [], pendingSize: 0, size: 0, start };
    files.set(path, file);
    return file;
  };
  return {
    add: ({ path, content }) => {
      const file = files.get(path) ?? open(path, typeof content === 'string');
      const bytes = typeof content === 'string' ? encoder.encode(content) : content.slice();
      if (file.start !== undefined && typeof content === 'string' && file.start.length < SHOWN) {
        file.start = `${file.start}${content.slice(0, SHOWN - file.start.length)}`.toWellFormed();
      }
      file.pending.push(bytes);
      file.pendingSize += bytes.length;
      file.size += bytes.length;
      pending += bytes.length;
      waiting.add(file);
      if (pending >= PIECE) hand();
    },
    files: () => {
      if (waiting.size > 0) hand();
      return [...files.values()].map(({ path, size, start, pieces }) => ({ path, size, start, pieces: [...pieces] }));
    },
  };
}
