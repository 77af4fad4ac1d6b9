import { expect, test } from 'vitest';
import { type DroppedEntry, foldersOf, readFolder } from './dropped-folders.ts';

test('a dropped folder is read with the folders in it, some entries at a time, in the order of names', async () => {
  const folder = folderOf('texts', [folderOf('b', [entryOf('2.txt'), entryOf('1.txt')]), entryOf('a.txt')]);
  const { name, files, unread } = await readFolder(folder);
  expect(name).toBe('texts');
  expect(files.map(({ path, file }) => [path, file.name])).toEqual([
    ['a.txt', 'a.txt'],
    ['b/1.txt', '1.txt'],
    ['b/2.txt', '2.txt'],
  ]);
  expect(unread).toEqual([]);
});

test('what the browser cannot read of a dropped folder is named, and the rest is read', async () => {
  const broken: DroppedEntry = {
    ...entryOf('b.txt'),
    file: (_, failed) => {
      failed(new Error('gone'));
    },
  };
  const locked: DroppedEntry = {
    ...folderOf('c', []),
    createReader: () => ({
      readEntries: (_, failed) => {
        failed(new Error('locked'));
      },
    }),
  };
  const { files, unread } = await readFolder(folderOf('texts', [entryOf('a.txt'), broken, locked]));
  expect(files.map(({ path }) => path)).toEqual(['a.txt']);
  expect(unread).toEqual(['b.txt', 'c']);
});

test('files that were chosen with their folder are put back into it', () => {
  const files = ['x/a.txt', 'x/y/b.txt', 'z/c.txt'].map((path) => {
    return Object.defineProperty(new File([], path.split('/').at(-1)!), 'webkitRelativePath', { value: path });
  });
  expect(foldersOf(files).map((folder) => [folder.name, folder.files.map(({ path }) => path)])).toEqual([
    ['x', ['a.txt', 'y/b.txt']],
    ['z', ['c.txt']],
  ]);
});

function entryOf(name: string): DroppedEntry {
  return {
    isDirectory: false,
    name,
    file: (done) => {
      done(new File(['x'], name));
    },
  };
}

/** Gives one entry at a time, as browsers give a hundred. */
function folderOf(name: string, entries: readonly DroppedEntry[]): DroppedEntry {
  return {
    isDirectory: true,
    name,
    createReader: () => {
      const left = [...entries];
      return {
        readEntries: (done) => {
          done(left.splice(0, 1));
        },
      };
    },
  };
}
