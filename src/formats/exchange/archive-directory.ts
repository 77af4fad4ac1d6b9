import { strFromU8 } from 'fflate';

/** The checksums of files as the directory at the end of an archive lists them, by path. */
export type ArchiveDirectory = ReadonlyMap<string, number>;

/** Takes in an archive and keeps its end, where the directory is. */
export interface DirectoryReader {
  readonly push: (chunk: Uint8Array) => void;
  /** `missing` where the end of the archive is not there, undefined where the directory is too large or new to be read. */
  readonly end: () => ArchiveDirectory | 'missing' | undefined;
}

/** So many bytes of the end are kept: more than 20,000 files with long paths take. */
const KEPT = 8 * 1024 * 1024;

/** The record at the very end, without its comment, which has at most 65,535 bytes. */
const END_BYTES = 22;

/** A reader for one archive. */
export function createDirectoryReader(): DirectoryReader {
  let chunks: Uint8Array[] = [];
  let size = 0;
  return {
    push: (chunk) => {
      chunks.push(chunk.slice());
      size += chunk.length;
      if (size < 2 * KEPT) return;
      const kept = joinedBytes(chunks, size).slice(-KEPT);
      chunks = [kept];
      size = kept.length;
    },
    end: () => readDirectory(joinedBytes(chunks, size)),
  };
}

function readDirectory(bytes: Uint8Array): ArchiveDirectory | 'missing' | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== 0x06_05_4b_50) end -= 1;
  if (end < 0) return 'missing';
  let at = end - view.getUint32(end + 12, true);
  if (at < 0) return undefined;
  const sums = new Map<string, number>();
  while (at + 46 <= end && view.getUint32(at, true) === 0x02_01_4b_50) {
    const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = bytes.subarray(at + 46, at + 46 + lengths[0]!);
    sums.set(strFromU8(name, !isUtf8), view.getUint32(at + 16, true));
    at += 46 + lengths[0]! + lengths[1]! + lengths[2]!;
  }
  return at === end ? sums : undefined;
}

/** The CRC-32 of bytes that come in pieces: start with 0 and hand on what it gave. */
export function checksum(before: number, bytes: Uint8Array): number {
  let sum = ~before;
  for (let at = 0; at < bytes.length; at += 1) sum = (sum >>> 8) ^ TABLE[(sum ^ bytes[at]!) & 0xff]!;
  return ~sum >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let sum = index;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xed_b8_83_20 : sum >>> 1;
  return sum;
});

/** The pieces as one. */
export function joinedBytes(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
