import { createZipStream } from '#formats/exchange/zip-stream.ts';
import { type SpooledFile } from './spool.ts';

/** Where the bytes of a file go, one after the other; each call is waited for. */
export interface ByteSink {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}

interface Pouring {
  /** True for a ZIP archive of the files; otherwise there must be one file, which is written as it is. */
  readonly isArchive: boolean;
  readonly sink: ByteSink;
  /** Called with how many bytes were read and there are. */
  readonly report: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
}

/**
 * Writes the files into the sink, as one file or packed into an archive while they are read; never more than a piece is in
 * memory. False where it was cancelled on the way: what the sink got until then is of no use.
 */
export async function pourFiles(
  files: readonly SpooledFile[],
  { isArchive, sink, report, isCancelled }: Pouring,
): Promise<boolean> {
  if (!isArchive && files.length !== 1) throw new RangeError(`${files.length} files do not go into one`);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let waiting: Uint8Array[] = [];
  const zip = isArchive ? createZipStream((bytes) => waiting.push(bytes)) : undefined;
  const pour = async (): Promise<void> => {
    const some = waiting;
    waiting = [];
    for (const bytes of some) await sink.write(bytes as Uint8Array<ArrayBuffer>);
  };
  let done = 0;
  for (const { path, pieces } of files) {
    const entry = zip?.file(path);
    for (const piece of pieces) {
      if (isCancelled()) return false;
      const bytes = new Uint8Array(await piece.arrayBuffer());
      if (entry) entry.add(bytes);
      else waiting.push(bytes);
      await pour();
      report((done += bytes.length), total);
    }
    entry?.end();
  }
  zip?.end();
  await pour();
  return !isCancelled();
}
