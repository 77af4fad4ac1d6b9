import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { type FilePart } from '#formats/exchange/dataset.ts';

/** So many files are open at once; systems allow some hundred. */
const MOST_OPEN = 64;

/**
 * Writes the parts into the folder as they come; parts with one path are one file, whose parts follow each other. What was in
 * a file before is gone. Rejects where a path leads out of the folder.
 */
export async function writeFiles(out: string, parts: Iterable<FilePart>, mostOpen = MOST_OPEN): Promise<void> {
  const folder = resolve(out);
  await mkdir(folder, { recursive: true });
  const begun = new Set<string>();
  /** The one that was written to last is the last. */
  const files = new Map<string, FileHandle>();
  const take = async (target: string): Promise<FileHandle> => {
    const known = files.get(target);
    files.delete(target);
    const file = known ?? (await openFile(target, begun.has(target)));
    begun.add(target);
    files.set(target, file);
    const [oldest] = files.keys();
    if (files.size > mostOpen && oldest !== undefined) {
      await files.get(oldest)!.close();
      files.delete(oldest);
    }
    return file;
  };
  try {
    for (const { path, content } of parts) {
      const target = resolve(folder, path);
      if (!target.startsWith(folder + sep)) throw new Error(`The path ${path} leads out of ${out}.`);
      await (await take(target)).appendFile(content);
    }
  } finally {
    for (const file of files.values()) await file.close();
  }
}

async function openFile(target: string, isBegun: boolean): Promise<FileHandle> {
  if (isBegun) return open(target, 'a');
  await mkdir(dirname(target), { recursive: true });
  return open(target, 'w');
}
