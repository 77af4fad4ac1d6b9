import { type JournalFolder } from './journal-folder.ts';

/** A folder in memory, whose files a test may damage. */
export interface TestFolder extends JournalFolder {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** Called before each write; what it throws fails the write after `torn` bytes of it. */
  beforeWrite: () => void;
  torn: number;
}

export function createTestFolder(): TestFolder {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const folder: TestFolder = {
    files,
    beforeWrite: () => undefined,
    torn: 0,
    names: () => Promise.resolve([...files.keys()]),
    read: async (name) => {
      const bytes = files.get(name);
      if (!bytes) throw new DOMException('There is no such file.', 'NotFoundError');
      return Promise.resolve(new Blob([bytes]));
    },
    append: async (name, at, bytes) => {
      const before = (files.get(name) ?? new Uint8Array()).slice(0, at);
      try {
        folder.beforeWrite();
      } catch (error) {
        files.set(name, joined(before, bytes.slice(0, folder.torn)));
        throw error;
      }
      files.set(name, joined(before, bytes));
      return Promise.resolve();
    },
    remove: (name) => {
      files.delete(name);
      return Promise.resolve();
    },
  };
  return folder;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
