import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { headOf, HEAD_BYTES } from '#formats/exchange/detect-format.ts';
import { type Dropped, type DroppedFile } from '#formats/exchange/gather-datasets.ts';
import { createArchiveReader, isArchive } from '#formats/exchange/read-archive.ts';
import { type Problem } from '#formats/problem.ts';

/** A file that is read when it is needed; those of an archive are in memory. */
export interface InputFile {
  readonly bytes: () => Promise<Uint8Array>;
  /** ISO time at which it was last changed. */
  readonly at: string;
}

/** A problem with the input that it is about. */
export interface InputProblem extends Problem {
  readonly input: string;
}

/** Files as they are, archives and folders with all that is in them; what cannot be read becomes a problem. */
export async function openInputs(
  paths: readonly string[],
): Promise<{ readonly dropped: readonly Dropped<InputFile>[]; readonly problems: readonly InputProblem[] }> {
  const dropped: Dropped<InputFile>[] = [];
  const problems: InputProblem[] = [];
  for (const path of paths) {
    try {
      const opened = (await stat(path)).isDirectory() ? await openFolder(path) : await openOne(path, problems);
      if (opened) dropped.push(opened);
    } catch (error) {
      problems.push({ input: path, place: 'file', message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { dropped, problems };
}

async function openFolder(folder: string): Promise<Dropped<InputFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: DroppedFile<InputFile>[] = [];
  for (const path of paths.toSorted()) files.push(await fileAt(path, relative(folder, path).split(sep).join('/')));
  return { kind: 'archive', path: basename(folder), files };
}

async function openOne(path: string, problems: InputProblem[]): Promise<Dropped<InputFile> | undefined> {
  const start = await startOf(path);
  if (!isArchive(start)) return { kind: 'file', file: await fileAt(path, basename(path)) };
  const at = await timeOf(path);
  const reader = createArchiveReader();
  for await (const chunk of createReadStream(path)) if (!reader.push(chunk as Buffer)) break;
  const read = reader.end();
  for (const problem of read.problems) problems.push({ input: path, ...problem });
  if (read.files.length === 0) return undefined;
  const files = read.files.map(({ path: inside, bytes }) => {
    return { head: headOf(inside, bytes), source: { bytes: () => Promise.resolve(bytes), at } };
  });
  return { kind: 'archive', path: basename(path), files };
}

async function fileAt(path: string, name: string): Promise<DroppedFile<InputFile>> {
  const source = { bytes: () => readFile(path), at: await timeOf(path) };
  return { head: headOf(name, await startOf(path)), source };
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, HEAD_BYTES);
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function timeOf(path: string): Promise<string> {
  return (await stat(path)).mtime.toISOString();
}
