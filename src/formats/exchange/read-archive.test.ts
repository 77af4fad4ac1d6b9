import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ARCHIVE_LIMITS, type ArchiveLimits, createArchiveReader, isArchive } from './read-archive.ts';

describe('reading an archive', () => {
  test('gives its files with their paths, stored or deflated, in pieces of any size', () => {
    const archive = zipSync({
      'a.txt': strToU8('One'),
      folder: { 'ä 🎉.ann': [strToU8('T1\tX 0 3\tOne\n'.repeat(1000)), { level: 9 }], 'empty.ann': strToU8('') },
      'stored.txt': [strToU8('Two'), { level: 0 }],
    });
    expect(isArchive(archive)).toBe(true);
    for (const size of [1, 7, 100, archive.length]) {
      const { files, problems } = read(archive, {}, size);
      expect(problems).toEqual([]);
      expect(files.map(({ path, bytes }) => [path, bytes.length])).toEqual([
        ['a.txt', 3],
        ['folder/ä 🎉.ann', 13_000],
        ['folder/empty.ann', 0],
        ['stored.txt', 3],
      ]);
    }
  });

  test('passes over what systems put in', () => {
    expect(
      paths({
        '__MACOSX/._a.txt': strToU8('x'),
        '.DS_Store': strToU8('x'),
        'b/Thumbs.db': strToU8('x'),
        'a.txt': strToU8('x'),
      }),
    ).toEqual({ files: ['a.txt'], problems: [] });
  });

  test.each(['../a.txt', 'b/../../a.txt', '/etc/a.txt', 'C:\\a.txt', '..\\a.txt'])('refuses the path %s', (path) => {
    expect(paths({ [path]: strToU8('x'), 'good.txt': strToU8('x') })).toEqual({
      files: ['good.txt'],
      problems: [path],
    });
  });

  test('does not open an archive inside it', () => {
    const inner = zipSync({ 'a.txt': strToU8('x') });
    const { files, problems } = read(zipSync({ 'inner.zip': [inner, { level: 0 }], 'good.txt': strToU8('x') }));
    expect(files.map(({ path }) => path)).toEqual(['good.txt']);
    expect(problems).toEqual([{ place: 'inner.zip', message: expect.stringContaining('not opened') as string }]);
  });

  test('refuses all of it over a limit', () => {
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.txt`, strToU8('x')]));
    expect(read(zipSync(many), { entries: 4 })).toEqual(refusal('more than 4 files'));
    const large = zipSync({ 'a.txt': [new Uint8Array(3_000_000), { level: 0 }] });
    expect(read(large, { bytes: 2_000_000 })).toEqual(refusal('more than 1.9 MiB'));
    const bomb = zipSync({ 'a.txt': [new Uint8Array(3_000_000), { level: 9 }] });
    expect(read(bomb, { freeBytes: 1_000_000 })).toEqual(refusal('looks like a trap'));
    expect(read(bomb).files).toHaveLength(1);
  });

  test('stops reading once it is refused', () => {
    const reader = createArchiveReader({ ...ARCHIVE_LIMITS, bytes: 10 });
    expect(reader.push(zipSync({ 'a.txt': [new Uint8Array(100_000), { level: 0 }] }))).toBe(false);
  });

  test.each([
    ['cut off in a file', (whole: Uint8Array) => whole.subarray(0, 60)],
    [
      'whose packed bytes make no sense',
      (whole: Uint8Array) => whole.map((byte, at) => (at > 34 && at < 44 ? 0xff : byte)),
    ],
    [
      'with a changed byte in a stored file',
      () => {
        const stored = zipSync({ 'a.txt': [strToU8('One two three'), { level: 0 }] });
        return stored.map((byte, at) => (at === 40 ? byte ^ 1 : byte));
      },
    ],
    ['that is only the signature', () => Uint8Array.from([0x50, 0x4b, 3, 4])],
    ['that is empty', () => zipSync({})],
  ])('gives a problem for one %s', (_, spoil) => {
    const whole = zipSync({ 'a.txt': strToU8('One two three four five six. '.repeat(50)) });
    const { files, problems } = read(spoil(whole));
    expect(files).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });

  test('says where one is cut off behind its files', () => {
    const whole = zipSync({ 'a.txt': strToU8('One') });
    const { files, problems } = read(whole.subarray(0, whole.length - 5));
    expect(files.map(({ path }) => path)).toEqual(['a.txt']);
    expect(problems).toEqual([{ place: 'file', message: expect.stringContaining('cut off') as string }]);
  });

  test('takes time in proportion to its size, for many files as well', () => {
    const many = Object.fromEntries(Array.from({ length: 19_000 }, (_, index) => [`${index}.txt`, strToU8('x')]));
    const { files, problems } = read(zipSync(many, { level: 0 }));
    expect([files.length, problems.length]).toEqual([19_000, 0]);
  });
});

function refusal(words: string) {
  return { files: [], problems: [{ place: 'file', message: expect.stringContaining(words) as string }] };
}

function read(archive: Uint8Array, limits: Partial<ArchiveLimits> = {}, size = 10_000) {
  const reader = createArchiveReader({ ...ARCHIVE_LIMITS, ...limits });
  for (let at = 0; at < archive.length; at += size) {
    if (!reader.push(archive.subarray(at, at + size))) break;
  }
  return reader.end();
}

function paths(content: Zippable) {
  const { files, problems } = read(zipSync(content));
  return { files: files.map(({ path }) => path), problems: problems.map(({ place }) => place) };
}
