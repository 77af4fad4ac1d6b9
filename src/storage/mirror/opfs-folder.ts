import { t } from '#language/t.ts';
import { type JournalFolder } from './journal-folder.ts';

/** A file's own access, which only workers have; TypeScript knows it only in its library for workers. */
interface SyncAccess {
  readonly write: (bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }) => number;
  readonly truncate: (size: number) => void;
  readonly flush: () => void;
  readonly close: () => void;
}

interface SyncFile {
  readonly createSyncAccessHandle: () => Promise<SyncAccess>;
}

/** The name of the folder in the browser's own file system. */
const MIRROR = 'mirror';

/**
 * The folder of the mirror in the browser's own file system (OPFS). Reads anywhere, writes in a worker. Rejects where the browser
 * has none or refuses it.
 */
export async function openMirrorFolder(): Promise<JournalFolder> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(MIRROR, { create: true });
  return {
    names: async () => {
      const names: string[] = [];
      for await (const name of (folder as unknown as { keys: () => AsyncIterable<string> }).keys()) names.push(name);
      return names;
    },
    read: async (name) => (await folder.getFileHandle(name)).getFile(),
    append: async (name, at, bytes) => {
      const file = (await folder.getFileHandle(name, { create: true })) as unknown as SyncFile;
      const access = await file.createSyncAccessHandle();
      try {
        access.truncate(at);
        if (access.write(bytes, { at }) < bytes.length)
          throw new DOMException(t`There is no room.`, 'QuotaExceededError');
        access.flush();
      } finally {
        access.close();
      }
    },
    remove: (name) => folder.removeEntry(name),
  };
}
