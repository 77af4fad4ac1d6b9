import { type BackupFolder } from './backup-folder.ts';

/** A folder in memory. */
export interface TestBackupFolder extends BackupFolder {
  readonly files: Map<string, string>;
  /** The paths that were written, in their order. */
  readonly written: string[];
}

export function createTestBackupFolder(): TestBackupFolder {
  const files = new Map<string, string>();
  const written: string[] = [];
  return {
    files,
    written,
    read: (path) => Promise.resolve(files.get(path)),
    write: (path, text) => {
      files.set(path, text);
      written.push(path);
      return Promise.resolve();
    },
    list: (path) => {
      const prefix = path === '' ? '' : `${path}/`;
      const rests = [...files.keys()]
        .filter((each) => each.startsWith(prefix))
        .map((each) => each.slice(prefix.length));
      const folders = new Set(rests.filter((rest) => rest.includes('/')).map((rest) => rest.split('/')[0]!));
      return Promise.resolve({
        files: rests.filter((rest) => !rest.includes('/')).toSorted(),
        folders: [...folders].toSorted(),
      });
    },
  };
}
