import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pourFiles } from './pour-files.ts';
import { createSpool } from './spool.ts';

function gather() {
  const chunks: Uint8Array[] = [];
  const sink = {
    write: (bytes: Uint8Array) => {
      chunks.push(bytes);
      return Promise.resolve();
    },
  };
  return { sink, bytes: () => new Uint8Array(Buffer.concat(chunks)) };
}

const PLAIN = { isArchive: false, report: () => undefined, isCancelled: () => false };

describe('a spool', () => {
  test('puts parts of a path together in order, however they alternate, and of any size', async () => {
    const spool = createSpool();
    const long = 'ä🎉'.repeat(400_000);
    for (let index = 0; index < 3; index += 1) {
      spool.add({ path: 'long', content: long });
      spool.add({ path: 'short', content: `${index}` });
    }
    const files = spool.files();
    expect(files.map(({ path, size }) => [path, size])).toEqual([
      ['long', 3 * 6 * 400_000],
      ['short', 3],
    ]);
    expect(files[0]!.pieces.length).toBeGreaterThan(1);
    expect(await new Blob([...files[0]!.pieces]).text()).toBe(long.repeat(3));
    expect(await new Blob([...files[1]!.pieces]).text()).toBe('012');
  });

  test('goes on after its files were asked for, and keeps bytes that the writer uses again', async () => {
    const spool = createSpool();
    const bytes = new Uint8Array([1, 2]);
    spool.add({ path: 'a', content: bytes });
    bytes[0] = 9;
    expect(spool.files()).toHaveLength(1);
    spool.add({ path: 'a', content: bytes });
    const [file] = spool.files();
    expect([...new Uint8Array(await new Blob([...file!.pieces]).arrayBuffer())]).toEqual([1, 2, 9, 2]);
    expect(file!.start).toBeUndefined();
  });

  test('keeps the start of the first texts, without cutting a character in two', () => {
    const spool = createSpool();
    spool.add({ path: 'a', content: 'x'.repeat(5999) });
    spool.add({ path: 'a', content: '🎉🎉' });
    for (let index = 0; index < 30; index += 1) spool.add({ path: `${index}`, content: 'y' });
    const files = spool.files();
    expect(files[0]!.start).toBe(`${'x'.repeat(5999)}\uFFFD`);
    expect(files.filter(({ start }) => start !== undefined)).toHaveLength(20);
  });
});

describe('pouring', () => {
  test('one file gives its bytes, and says how far it is', async () => {
    const spool = createSpool();
    spool.add({ path: 'a.txt', content: 'Grüße' });
    const { sink, bytes } = gather();
    const seen: string[] = [];
    const report = (done: number, total: number): void => void seen.push(`${done}/${total}`);
    expect(await pourFiles(spool.files(), { ...PLAIN, sink, report })).toBe(true);
    expect(new TextDecoder().decode(bytes())).toBe('Grüße');
    expect(seen).toEqual(['7/7']);
  });

  test('several files give an archive that others read', async () => {
    const spool = createSpool();
    spool.add({ path: 'data/ü.txt', content: 'one' });
    spool.add({ path: 'b', content: '' });
    spool.add({ path: 'data/ü.txt', content: ' and two' });
    const { sink, bytes } = gather();
    expect(await pourFiles(spool.files(), { ...PLAIN, isArchive: true, sink })).toBe(true);
    const files = Object.entries(unzipSync(bytes())).map(([path, content]) => [
      path,
      new TextDecoder().decode(content),
    ]);
    expect(files).toEqual([
      ['data/ü.txt', 'one and two'],
      ['b', ''],
    ]);
    await expect(pourFiles(spool.files(), { ...PLAIN, sink })).rejects.toThrow('2 files do not go into one');
  });

  test('waits for the sink before it reads on, and stops where it is cancelled', async () => {
    const spool = createSpool();
    for (const path of ['a', 'b', 'c']) spool.add({ path, content: path.repeat(100) });
    let writing = 0;
    let isCancelled = false;
    const sink = {
      write: async () => {
        writing += 1;
        expect(writing).toBe(1);
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        writing -= 1;
      },
    };
    const report = (done: number): void => {
      if (done === 200) isCancelled = true;
    };
    const seen: number[] = [];
    const poured = await pourFiles(spool.files(), {
      isArchive: true,
      sink,
      report: (done) => {
        seen.push(done);
        report(done);
      },
      isCancelled: () => isCancelled,
    });
    expect(poured).toBe(false);
    expect(seen).toEqual([100, 200]);
  });
});
