import { t } from '#language/t.ts';
import { inMebi, quoted } from '#formats/wording.ts';
import { ProblemList, type Problem } from '#formats/problem.ts';
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { type ArchiveDirectory, checksum, createDirectoryReader, joinedBytes } from './archive-directory.ts';
import { type SourceFile } from './loose.ts';

/** What an archive may hold at most. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of all files together, unpacked. */
  readonly bytes: number;
  /** How many times larger the files may be than the archive, once they are larger than `freeBytes`. */
  readonly ratio: number;
  readonly freeBytes: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 20_000,
  bytes: 1024 * 1024 * 1024,
  ratio: 200,
  freeBytes: 64 * 1024 * 1024,
};

/** Takes an archive apart as it comes in, so that one that grows beyond all measure is given up while it is read. */
export interface ArchiveReader {
  /** Takes the next bytes; false where the rest need not be read, since the archive is refused. */
  readonly push: (chunk: Uint8Array) => boolean;
  /** To be called once, after the last bytes. The files that can be read, and what is wrong with the others. */
  readonly end: () => { readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] };
}

/** True for the first bytes of a ZIP archive, an empty one included. */
export function isArchive(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5) && start[3] === start[2] + 1;
}

/** So much is unpacked between two looks at how large it has become. */
const AT_ONCE = 64 * 1024;

const MOST_PROBLEMS = 100;

/**
 * A reader for one ZIP archive. Archives inside it are not opened, paths that lead out of it are refused, and what systems put
 * in beside the files is passed over. Over a limit nothing of it is read. Never throws.
 */
export function createArchiveReader(limits: ArchiveLimits = ARCHIVE_LIMITS): ArchiveReader {
  const problems = new ProblemList(MOST_PROBLEMS);
  const entries = new Map<string, Entry>();
  let [packed, unpacked, seen] = [0, 0, 0];
  let refusal = '';

  const take = (file: UnzipFile): void => {
    seen += 1;
    if (seen > limits.entries) refusal ||= t`the archive has more than ${limits.entries} files`;
    const fault = refusal === '' ? faultOf(file, entries) : undefined;
    if (fault !== undefined) problems.add(file.name, fault);
    if (refusal !== '' || fault !== undefined || isPassedOver(file.name)) return;
    const entry: Entry = { chunks: [], size: 0, sum: 0, isWhole: false, isBad: false };
    entries.set(file.name, entry);
    file.ondata = (error, chunk, isLast) => {
      if (error) {
        entry.isBad = true;
        return;
      }
      entry.size += chunk.length;
      entry.sum = checksum(entry.sum, chunk);
      unpacked += chunk.length;
      // A view of a buffer that is filled again.
      entry.chunks.push(chunk.slice());
      entry.isWhole = isLast;
      if (unpacked > limits.bytes) refusal ||= t`its files have more than ${inMebi(limits.bytes)} MiB`;
      if (unpacked > limits.freeBytes && unpacked > packed * limits.ratio) {
        refusal ||= t`its files are more than ${limits.ratio} times as large as the archive, which looks like a trap`;
      }
      if (refusal !== '') throw new Error(refusal);
    };
    file.start();
  };
  const directory = createDirectoryReader();
  const unzip = new Unzip(take);
  unzip.register(UnzipInflate);
  /** Whatever a damaged archive makes the library throw. */
  const feed = (chunk: Uint8Array, isLast: boolean): void => {
    try {
      unzip.push(chunk, isLast);
    } catch (error) {
      refusal ||= t`the archive is damaged (${error instanceof Error ? error.message : String(error)})`;
    }
  };
  return {
    push: (chunk) => {
      for (let at = 0; at < chunk.length; at += AT_ONCE) {
        if (refusal !== '') return false;
        const part = chunk.subarray(at, at + AT_ONCE);
        packed += part.length;
        directory.push(part);
        feed(part, false);
      }
      return refusal === '';
    },
    end: () => {
      if (refusal === '') feed(new Uint8Array(0), true);
      if (refusal !== '') return { files: [], problems: [{ place: 'file', message: refusal }] };
      const sums = directory.end();
      if (sums === 'missing') problems.add('file', t`the archive is cut off: files are missing at its end`);
      const files: SourceFile[] = [];
      for (const [path, entry] of entries) {
        if (isSound(path, entry, sums)) files.push({ path, bytes: joinedBytes(entry.chunks, entry.size) });
        else problems.add(path, t`the file in the archive is damaged, cut off or locked with a password`);
      }
      if (files.length === 0 && problems.isEmpty) problems.add('file', t`the archive has no files`);
      return { files, problems: problems.all };
    },
  };
}

interface Entry {
  readonly chunks: Uint8Array[];
  size: number;
  sum: number;
  isWhole: boolean;
  isBad: boolean;
}

function isSound(
  path: string,
  { isWhole, isBad, sum }: Entry,
  sums: ArchiveDirectory | 'missing' | undefined,
): boolean {
  if (!isWhole || isBad) return false;
  return sums === undefined || sums === 'missing' || sums.get(path) === sum;
}

/** Why a file of an archive or a folder is not read, by its path alone: an archive in it; undefined where it is. */
export function faultOfName(name: string): string | undefined {
  if (/\.(?:zip|jar|tar|gz|tgz|7z|rar)$/i.test(name)) return t`an archive inside is not opened: unpack it first`;
  return undefined;
}

function faultOf({ name, compression }: UnzipFile, entries: ReadonlyMap<string, Entry>): string | undefined {
  const parts = name.split(/[/\\]/);
  if (parts.includes('..') || /^(?:[/\\]|[A-Za-z]:)/.test(name) || name.includes('\0')) {
    return t`the path leads out of the archive: left out`;
  }
  if (isPassedOver(name)) return undefined;
  const fault = faultOfName(name);
  if (fault !== undefined) return fault;
  if (compression !== 0 && compression !== 8)
    return t`it is packed in a way that cannot be read: pack it as a plain ZIP`;
  return entries.has(name) ? t`a second file of the path ${quoted(name, 200)}: left out` : undefined;
}

/** True for folders, and for what macOS and Windows leave in archives and folders. */
export function isPassedOver(name: string): boolean {
  return name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}
