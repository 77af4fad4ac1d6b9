import { headOf, HEAD_BYTES } from '#formats/exchange/detect-format.ts';
import { type Dropped } from '#formats/exchange/gather-datasets.ts';
import { createArchiveReader, isArchive } from '#formats/exchange/read-archive.ts';
import { type Problem } from '#formats/problem.ts';
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

/** Looks at the start of a file; an archive is unpacked into memory. Rejects only where the browser fails otherwise. */
export async function openFile(file: File): Promise<OpenedFile> {
  const at = new Date(file.lastModified).toISOString();
  try {
    const start = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    if (isArchive(start)) return await openArchive(file, at);
    const bytes = async (): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
    const source: FileSource = { size: file.size, bytes, at };
    return {
      kind: 'opened',
      dropped: { kind: 'file', file: { head: headOf(file.name, start), source } },
      problems: [],
    };
  } catch (error) {
    return { kind: 'problems', fileName: file.name, problems: [problemWithReading(error)] };
  }
}

/** The bytes of a file, or what keeps them from being read. Rejects only where the browser fails otherwise. */
export async function bytesOf(source: FileSource): Promise<Uint8Array | Problem> {
  const tooLarge = problemWithFileSize(source.size);
  if (tooLarge) return tooLarge;
  try {
    return await source.bytes();
  } catch (error) {
    return problemWithReading(error);
  }
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
  const message = `the browser could not read the file (${error.name}): it was moved, changed or locked since it was chosen`;
  return { place: 'file', message };
}
