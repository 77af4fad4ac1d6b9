/** A folder that was dropped or chosen, with all files in it and in the folders below. */
export interface Folder {
  readonly name: string;
  /** Paths begin below the folder. */
  readonly files: readonly { readonly path: string; readonly file: File }[];
  /** Paths that the browser could not read. */
  readonly unread: readonly string[];
}

/** What a browser tells of a dropped file or folder, as far as it is used here. */
export interface DroppedEntry {
  readonly isDirectory: boolean;
  readonly name: string;
  readonly file?: (done: (file: File) => void, failed: (error: unknown) => void) => void;
  readonly createReader?: () => {
    readonly readEntries: (done: (entries: readonly DroppedEntry[]) => void, failed: (error: unknown) => void) => void;
  };
}

/** So many files of a folder are taken; more are counted among those that could not be read. */
const MOST_FILES = 50_000;

/** A dropped folder with all that is in it. Never rejects: what cannot be read is named. */
export async function readFolder(entry: DroppedEntry): Promise<Folder> {
  const files: { readonly path: string; readonly file: File }[] = [];
  const unread: string[] = [];
  const waiting = [{ entry, path: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path } = next;
    try {
      if (next.entry.isDirectory) {
        const inside = await entriesOf(next.entry);
        for (const each of inside.toReversed()) {
          waiting.push({ entry: each, path: path === '' ? each.name : `${path}/${each.name}` });
        }
      } else if (files.length < MOST_FILES) files.push({ path, file: await fileOf(next.entry) });
      else unread.push(path);
    } catch {
      unread.push(path === '' ? entry.name : path);
    }
  }
  return { name: entry.name, files, unread };
}

/** The folders that files come from which were chosen with their paths, such as `texts/one/a.txt`. */
export function foldersOf(files: readonly File[]): readonly Folder[] {
  const folders = new Map<string, Folder['files'][number][]>();
  for (const file of files) {
    const [name = '', ...rest] = file.webkitRelativePath.split('/');
    const folder = folders.get(name) ?? [];
    folders.set(name, folder);
    folder.push({ path: rest.join('/') || file.name, file });
  }
  return Array.from(folders, ([name, inside]) => ({ name, files: inside, unread: [] }));
}

/** By name. The browser gives some at a time, until it gives none. */
async function entriesOf(folder: DroppedEntry): Promise<readonly DroppedEntry[]> {
  const reader = folder.createReader!();
  const all: DroppedEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly DroppedEntry[]>((done, failed) => {
      reader.readEntries(done, failed);
    });
    if (some.length === 0) return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...some);
  }
}

function fileOf(entry: DroppedEntry): Promise<File> {
  return new Promise((done, failed) => {
    entry.file!(done, failed);
  });
}
