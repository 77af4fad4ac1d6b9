import { expect, onTestFinished, test } from 'vitest';
import { backupFolder } from './backup-folder.ts';

/** A folder of the browser’s own, which behaves as one of the user’s does. */
async function emptyFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const name = `backup-${crypto.randomUUID()}`;
  onTestFinished(() => root.removeEntry(name, { recursive: true }));
  return root.getDirectoryHandle(name, { create: true });
}

test('what is written can be read and listed, and a file that there is not is none', async () => {
  const folder = backupFolder(await emptyFolder());
  await folder.write('project/layers/b.json', '{"a":"ü"}');
  await folder.write('project/layers/a.json', '2');
  expect(await folder.read('project/layers/b.json')).toBe('{"a":"ü"}');
  expect(await folder.read('project/layers/c.json')).toBeUndefined();
  expect(await folder.read('other/c.json')).toBeUndefined();
  expect(await folder.list('')).toEqual({ files: [], folders: ['project'] });
  expect(await folder.list('project/layers')).toEqual({ files: ['a.json', 'b.json'], folders: [] });
});

test('a write that is broken off leaves the file before as it was', async () => {
  const root = await emptyFolder();
  const folder = backupFolder(root);
  await folder.write('a.json', 'before, and longer');
  const broken = backupFolder(withWrites(root, (file) => breakingOff(file)));
  await expect(broken.write('a.json', 'after')).rejects.toThrow('The disk went away.');
  expect(await folder.read('a.json')).toBe('before, and longer');
  await folder.write('a.json', 'after');
  expect(await folder.read('a.json')).toBe('after');
  await expect(broken.write('new.json', 'text')).rejects.toThrow('The disk went away.');
  expect(await folder.read('new.json')).toBeUndefined();
});

/** The folder, with files whose writes are made by `open`. */
function withWrites(
  root: FileSystemDirectoryHandle,
  open: (file: FileSystemFileHandle) => Promise<Pick<FileSystemWritableFileStream, 'write' | 'close'>>,
): FileSystemDirectoryHandle {
  const getFileHandle = async (name: string, options: FileSystemGetFileOptions) => {
    const file = await root.getFileHandle(name, options);
    return { createWritable: () => open(file) };
  };
  // Code that took the file before away first would find the way.
  const removeEntry = (name: string) => root.removeEntry(name);
  return { getFileHandle, removeEntry } as unknown as FileSystemDirectoryHandle;
}

/** Writes as the browser does, and ends before the file is closed. */
async function breakingOff(file: FileSystemFileHandle) {
  const writing = await file.createWritable();
  return {
    write: (text: string) => writing.write(text),
    close: async () => {
      await writing.abort();
      throw new Error('The disk went away.');
    },
  } as unknown as Pick<FileSystemWritableFileStream, 'write' | 'close'>;
}
