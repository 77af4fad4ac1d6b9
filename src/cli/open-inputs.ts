import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { headOf } from '#formats/exchange/detect-format.ts';
import { type Dropped, type DroppedFile } from '#formats/exchange/gather-datasets.ts';
import { createArchiveReader, isArchive } from '#formats/exchange/read-archive.ts';
import { type Problem } from '#formats/problem.ts';

/** A file in memory. */
export interface InputFile {
  readonly bytes: Uint8Array;
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
  for (const path of paths.toSorted())
    files.push(fileOf(relative(folder, path).split(sep).join('/'), await load(path)));
  return { kind: 'archive', path: basename(folder), files };
}

async function openOne(path: string, problems: InputProblem[]): Promise<Dropped<InputFile> | undefined> {
  const input = await load(path);
  if (!isArchive(input.bytes)) return { kind: 'file', file: fileOf(basename(path), input) };
  const reader = createArchiveReader();
  reader.push(input.bytes);
  const read = reader.end();
  for (const problem of read.problems) problems.push({ input: path, ...problem });
  if (read.files.length === 0) return undefined;
  const files = read.files.map((file) => fileOf(file.path, { bytes: file.bytes, at: input.at }));
  return { kind: 'archive', path: basename(path), files };
}

async function load(path: string): Promise<InputFile> {
  const [bytes, { mtime }] = await Promise.all([readFile(path), stat(path)]);
  return { bytes, at: mtime.toISOString() };
}

function fileOf(path: string, source: InputFile): DroppedFile<InputFile> {
  return { head: headOf(path, source.bytes), source };
}
