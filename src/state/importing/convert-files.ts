import { t } from '#language/t.ts';
import { type Problem } from '#formats/problem.ts';
import { inMebi } from '#formats/wording.ts';
import { END_BYTES, kindOfFile, START_BYTES } from '#importers/kind-of-file.ts';
import { loadImporter } from '#importers/load-importer.ts';
import { pause } from '#platform/pause.ts';
import { createImporting, type Importing } from '#workers/importing.ts';
import { isBesidePage, unpackedArchive } from './unpack-archive.ts';
import { type ChosenFolder, type Readable, type ReadyDrafts } from '#workers/open-files.ts';

/** A larger file is refused before it is read. */
const MOST_BYTES = 200 * 1024 * 1024;

/**
 * Makes drafts of the files that an importer reads, those of folders too, and leaves all others as they are. A file that an
 * importer cannot read becomes its problems. Rejects only where an importer's code cannot be loaded.
 */
export async function convertFiles(
  files: readonly (File | ChosenFolder)[],
  report: (done: number, total: number) => void,
): Promise<readonly Readable[]> {
  let total = files.reduce((sum, each) => sum + (each instanceof File ? 1 : each.files.length), 0);
  const converted: Readable[] = [];
  const importing = createImporting();
  let done = 0;
  const convertOne = async (file: File, name: string): Promise<File | ReadyDrafts> => {
    const result = await convertFile(file, name, importing);
    done += 1;
    // Those that are left as they are cost nothing, and are told of when they are read.
    if (result instanceof File) return result;
    report(done, total);
    await pause();
    return result;
  };
  try {
    for (const each of files) {
      if (!(each instanceof File)) {
        converted.push(...(await convertFolder(each, convertOne)));
        continue;
      }
      const one = await convertOne(each, each.name);
      const folder = one instanceof File ? await unpackedArchive(one).catch(() => undefined) : undefined;
      if (!folder) converted.push(one);
      else {
        total += folder.files.length;
        converted.push(...(await convertFolder(folder, (file, path) => convertOne(file, `${each.name}: ${path}`))));
      }
    }
    return converted;
  } finally {
    importing.close();
  }
}

/** What is left of a folder comes first; one of which nothing is left is gone. */
async function convertFolder(
  folder: ChosenFolder,
  convertOne: (file: File, name: string) => Promise<File | ReadyDrafts>,
): Promise<readonly Readable[]> {
  const ready: ReadyDrafts[] = [];
  const others: (typeof folder.files)[number][] = [];
  const paths = new Set(folder.files.map(({ path }) => path));
  for (const entry of folder.files) {
    if (isBesidePage(entry.path, paths)) continue;
    const converted = await convertOne(entry.file, entry.path);
    if (converted instanceof File) others.push(entry);
    else ready.push(converted);
  }
  const [first, ...more] = ready;
  if (!first) return [folder];
  if (others.length + folder.unread.length > 0) return [{ ...folder, files: others }, ...ready];
  return [{ ...first, problems: [...first.problems, ...(folder.problems ?? [])] }, ...more];
}

async function convertFile(file: File, fileName: string, importing: Importing): Promise<File | ReadyDrafts> {
  const ends = await endsOf(file);
  // Whoever reads it next says so.
  if (!ends) return file;
  const found = kindOfFile(ends.start, ends.end, fileName);
  if (found.kind === 'other') return file;
  if (found.kind === 'refused') return refused(fileName, found.message);
  if (file.size > MOST_BYTES) {
    return refused(fileName, t`the file has ${inMebi(file.size)} MiB and at most ${inMebi(MOST_BYTES)} MiB are read`);
  }
  const { readDocx } = importing;
  const read = found.kind === 'docx' ? readDocx : await loadImporter(found.kind);
  try {
    const { drafts, problems } = await read(new Uint8Array(await file.arrayBuffer()), fileName);
    return { fileName, isBook: found.kind === 'epub' && drafts.length > 1, drafts, problems };
  } catch (error) {
    return refused(
      fileName,
      error instanceof Error
        ? t`the file could not be read: ${error.message}`
        : t`the file could not be read: it is damaged`,
    );
  }
}

async function endsOf(file: File): Promise<{ readonly start: Uint8Array; readonly end: Uint8Array } | undefined> {
  try {
    const [start, end] = await Promise.all([
      file.slice(0, START_BYTES).arrayBuffer(),
      file.slice(Math.max(0, file.size - END_BYTES)).arrayBuffer(),
    ]);
    return { start: new Uint8Array(start), end: new Uint8Array(end) };
  } catch {
    return undefined;
  }
}

function refused(fileName: string, message: string): ReadyDrafts {
  const problems: readonly Problem[] = [{ place: 'file', message }];
  return { fileName, isBook: false, drafts: [], problems };
}
