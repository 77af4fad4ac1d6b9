import { t } from '#language/t.ts';
import { type DraftArticle } from '#importers/importer.ts';
import { headOf, HEAD_BYTES } from '#formats/exchange/detect-format.ts';
import { type Dropped, type DroppedFile } from '#formats/exchange/gather-datasets.ts';
import {
  ARCHIVE_LIMITS,
  createArchiveReader,
  faultOfName,
  isArchive,
  isPassedOver,
} from '#formats/exchange/read-archive.ts';
import { type Problem, ProblemList } from '#formats/problem.ts';
import { problemWithFileSize } from '#formats/read-file.ts';

/** Where the bytes of a file come from. */
export interface FileSource {
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
  /** ISO time at which the file, or the archive it is in, was last changed. */
  readonly at: string;
}

/** A file that was opened so far as to know what it may be, or what is wrong with it. */
export type OpenedFile =
  | { readonly kind: 'opened'; readonly dropped: Dropped<FileSource>; readonly problems: readonly Problem[] }
  | { readonly kind: 'problems'; readonly fileName: string; readonly problems: readonly Problem[] };

/** A folder that was chosen, with all that is in it. */
export interface ChosenFolder {
  readonly name: string;
  /** Paths begin below the folder. */
  readonly files: readonly { readonly path: string; readonly file: File }[];
  /** Paths that the browser could not read. */
  readonly unread: readonly string[];
  /** What else is wrong with it, where it was an archive. */
  readonly problems?: readonly Problem[];
}

/** What an importer on the page has made of a file. */
export interface ReadyDrafts {
  readonly fileName: string;
  /** The parts of one book, which may also be one article; then at least two. */
  readonly isBook: boolean;
  readonly drafts: readonly DraftArticle[];
  readonly problems: readonly Problem[];
}

/** What can be read: a file, a folder, or what was read already. */
export type Readable = File | ChosenFolder | ReadyDrafts;

/**
 * Looks at the start of a file, or of all files of a folder; an archive is unpacked into memory. Rejects only where the
 * browser fails otherwise.
 */
export async function openFile(file: File | ChosenFolder): Promise<OpenedFile> {
  if (!(file instanceof File)) return openFolder(file);
  const at = new Date(file.lastModified).toISOString();
  try {
    const start = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    if (isArchive(start)) return await openArchive(file, at);
    const dropped = { head: headOf(file.name, start), source: sourceOf(file) };
    return { kind: 'opened', dropped: { kind: 'file', file: dropped }, problems: [] };
  } catch (error) {
    return { kind: 'problems', fileName: file.name, problems: [problemWithReading(error)] };
  }
}

/**
 * The bytes of a file, or what keeps them from being read; `problemWithSize` says what is too large. Rejects only where the
 * browser fails otherwise.
 */
export async function bytesOf(
  source: FileSource,
  problemWithSize: (bytes: number) => Problem | undefined = problemWithFileSize,
): Promise<Uint8Array | Problem> {
  const tooLarge = problemWithSize(source.size);
  if (tooLarge) return tooLarge;
  try {
    return await source.bytes();
  } catch (error) {
    return problemWithReading(error);
  }
}

function sourceOf(file: File): FileSource {
  const bytes = async (): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
  return { size: file.size, bytes, at: new Date(file.lastModified).toISOString() };
}

const MOST_PROBLEMS = 100;

/** A folder is like an archive, but that its files are read when they are needed. */
async function openFolder({ name, files, unread, problems: known = [] }: ChosenFolder): Promise<OpenedFile> {
  const problems = new ProblemList(MOST_PROBLEMS);
  for (const { place, message } of known) problems.add(place, message);
  for (const path of unread) problems.add(path, t`the browser could not read it`);
  const opened: DroppedFile<FileSource>[] = [];
  const { entries } = ARCHIVE_LIMITS;
  if (files.length > entries) {
    return { kind: 'problems', fileName: name, problems: [{ place: 'file', message: tooMany(entries) }] };
  }
  for (const { path, file } of files) {
    const fault = faultOfName(path);
    if (isPassedOver(path)) continue;
    if (fault !== undefined) problems.add(path, fault);
    else {
      try {
        const start = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
        opened.push({ head: headOf(path, start), source: sourceOf(file) });
      } catch (error) {
        problems.add(path, problemWithReading(error).message);
      }
    }
  }
  if (opened.length === 0 && problems.isEmpty) problems.add('file', t`the folder has no files`);
  if (opened.length === 0) return { kind: 'problems', fileName: name, problems: problems.all };
  return { kind: 'opened', dropped: { kind: 'archive', path: name, files: opened }, problems: problems.all };
}

function tooMany(entries: number): string {
  return t`the folder has more than ${entries} files: choose a smaller one`;
}

async function openArchive(file: File, at: string): Promise<OpenedFile> {
  const reader = createArchiveReader();
  const stream = file.stream().getReader();
  for (;;) {
    const { done, value } = await stream.read();
    if (done) break;
    if (!reader.push(value)) {
      await stream.cancel();
      break;
    }
  }
  const { files, problems } = reader.end();
  if (files.length === 0) return { kind: 'problems', fileName: file.name, problems };
  const opened = files.map(({ path, bytes }) => ({
    head: headOf(path, bytes),
    source: { size: bytes.length, bytes: () => Promise.resolve(bytes), at },
  }));
  return { kind: 'opened', dropped: { kind: 'archive', path: file.name, files: opened }, problems };
}

function problemWithReading(error: unknown): Problem {
  if (!(error instanceof DOMException)) throw error;
  const message = t`the browser could not read the file (${error.name}): it was moved, changed or locked since it was chosen`;
  return { place: 'file', message };
}
