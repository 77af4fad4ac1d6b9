/** A piece of a file is handed to the browser, which may keep it on the disk, once it has this many bytes or code units. */
const PIECE = 4 * 1024 * 1024;

/** Gathers a file that memory need not hold whole. */
export function gatherBlob(type = ''): {
  readonly add: (part: string | Uint8Array<ArrayBuffer>) => void;
  readonly blob: () => Blob;
} {
  const blobs: Blob[] = [];
  let parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  let size = 0;
  const hand = (): void => {
    blobs.push(new Blob(parts));
    parts = [];
    size = 0;
  };
  return {
    add: (part) => {
      parts.push(part);
      size += part.length;
      if (size >= PIECE) hand();
    },
    blob: () => {
      hand();
      return new Blob(blobs, { type });
    },
  };
}
