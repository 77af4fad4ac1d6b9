/** A folder of the user's that a backup is written into or read from, by paths with `/`. */
export interface BackupFolder {
  /** The text of a file; undefined where there is none, or an empty one: the first write of it was broken off. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** Writes a file whole; until that is done the file before stays. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** The names of what is in a folder, in their order: those of files, and those of folders. */
  readonly list: (path: string) => Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }>;
}

/** The folder behind a handle. Rejects where the user took the permission back or the folder is gone. */
export function backupFolder(root: FileSystemDirectoryHandle): BackupFolder {
  const folderAt = async (parts: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle> => {
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
    return folder;
  };
  return {
    read: async (path) => {
      const { parts, name } = split(path);
      try {
        const file = await (await folderAt(parts, false)).getFileHandle(name);
        const text = await (await file.getFile()).text();
        return text === '' ? undefined : text;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
        throw error;
      }
    },
    write: async (path, text) => {
      const { parts, name } = split(path);
      const file = await (await folderAt(parts, true)).getFileHandle(name, { create: true });
      // The standard has this write to a file of the browser’s, which takes the place of the one before only when it is closed:
      // whatever ends the write earlier leaves that one as it was, which a file and a move of ours could do no better.
      const writing = await file.createWritable();
      await writing.write(text);
      await writing.close();
    },
    list: async (path) => {
      const [files, folders]: [string[], string[]] = [[], []];
      const folder = await folderAt(partsOf(path), false);
      const entries = folder as unknown as { readonly values: () => AsyncIterable<FileSystemHandle> };
      for await (const { kind, name } of entries.values()) (kind === 'file' ? files : folders).push(name);
      return { files: files.toSorted(), folders: folders.toSorted() };
    },
  };
}

/** The folders of a path, and the name of the file at its end. */
function split(path: string): { readonly parts: readonly string[]; readonly name: string } {
  const parts = partsOf(path);
  return { parts: parts.slice(0, -1), name: parts.at(-1) ?? '' };
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
