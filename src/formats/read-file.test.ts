import { describe, expect, test } from 'vitest';
import { canonicalBundle } from './native/canonical.ts';
import { sampleBundle } from './native/sample-bundle.ts';
import { writeBundle } from './native/write.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { problemWithFileSize, readFileBytes } from './read-file.ts';

const JSON_TEXT = writeBundle(sampleBundle());

describe('reading a file', () => {
  test('reads a bundle', () => {
    const bundle = canonicalBundle(sampleBundle());
    expect(read('a.json', JSON_TEXT, 'bundle')).toEqual({ kind: 'bundle', fileName: 'a.json', bundle });
    expect(read('a.json', `\uFEFF${JSON_TEXT}`, 'bundle').kind).toBe('bundle');
  });

  test('reads a text as an article', () => {
    expect(read('a.md', 'Taxes rose.', 'text')).toMatchObject({
      kind: 'article',
      fileName: 'a.md',
      article: { text: 'Taxes rose.' },
    });
  });

  test.each([
    ['other.json', '{"text": "EU", "label": []}', /not a Spanmark bundle.*doccano/],
    ['lines.jsonl', '{"text": "EU"}\n{"text": "UN"}\n', /JSON Lines/],
    ['text.json', 'Taxes rose.', /not valid JSON/],
    ['empty.txt', '', /empty/],
    ['spaces.txt', '  \n', /no text/],
  ])('gives problems for %s', (fileName, content, expected) => {
    const reading = read(fileName, content, /json/.test(fileName) ? 'bundle' : 'text');
    expect(reading).toMatchObject({
      kind: 'problems',
      fileName,
      problems: [{ message: expect.stringMatching(expected) as string }],
    });
  });

  test('gives problems for bytes that are not text', () => {
    expect(readFileBytes('a.txt', Uint8Array.from([0x61, 0xff]), 'text')).toMatchObject({ kind: 'problems' });
    expect(readFileBytes('a.json', Uint8Array.from([0x7b, 0x00]), 'bundle')).toMatchObject({ kind: 'problems' });
  });

  test('refuses by size before reading', () => {
    expect(problemWithFileSize(MAX_FILE_BYTES)).toBeUndefined();
    expect(problemWithFileSize(MAX_FILE_BYTES + 1)?.message).toMatch(
      /64\.0 MiB.*at most 64\.0 MiB.*export chosen articles/,
    );
    expect(readFileBytes('a.json', new Uint8Array(MAX_FILE_BYTES + 1), 'bundle').kind).toBe('problems');
  });
});

function read(fileName: string, content: string, as: 'bundle' | 'text') {
  return readFileBytes(fileName, new TextEncoder().encode(content), as);
}
