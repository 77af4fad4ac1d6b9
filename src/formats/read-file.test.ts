import { describe, expect, test } from 'vitest';
import { canonicalBundle } from './native/canonical.ts';
import { sampleBundle } from './native/sample-bundle.ts';
import { writeBundle } from './native/write.ts';
import { MAX_FILE_BYTES, problemWithFileSize, readFileBytes } from './read-file.ts';

const JSON_TEXT = writeBundle(sampleBundle());

describe('reading a file', () => {
  test.each(['project.json', 'project.JSON', 'project.json.txt', 'project'])('reads a bundle named %s', (fileName) => {
    expect(read(fileName, JSON_TEXT)).toEqual({ kind: 'bundle', fileName, bundle: canonicalBundle(sampleBundle()) });
    expect(read(fileName, `\uFEFF${JSON_TEXT}`).kind).toBe('bundle');
  });

  test.each(['a.txt', 'a.md', 'a', 'README'])('reads a text named %s as an article', (fileName) => {
    expect(read(fileName, 'Taxes rose.')).toMatchObject({
      kind: 'article',
      fileName,
      article: { text: 'Taxes rose.' },
    });
  });

  test('takes a text that starts with a brace for a text', () => {
    expect(read('a.txt', '{sic} he said').kind).toBe('article');
    expect(read('a.txt', '[Editor’s note]').kind).toBe('article');
  });

  test.each([
    ['other.json', '{"text": "EU", "label": []}', /not a Spanmark bundle.*doccano/],
    ['lines.jsonl', '{"text": "EU"}\n{"text": "UN"}\n', /JSON Lines/],
    ['text.json', 'Taxes rose.', /not valid JSON/],
    ['empty.txt', '', /empty/],
    ['spaces.txt', '  \n', /no text/],
  ])('gives problems for %s', (fileName, content, expected) => {
    const reading = read(fileName, content);
    expect(reading).toMatchObject({
      kind: 'problems',
      fileName,
      problems: [{ message: expect.stringMatching(expected) as string }],
    });
  });

  test('gives problems for bytes that are not text', () => {
    expect(readFileBytes('a.txt', Uint8Array.from([0x61, 0xff]))).toMatchObject({ kind: 'problems' });
    expect(readFileBytes('a.json', Uint8Array.from([0x7b, 0x00]))).toMatchObject({ kind: 'problems' });
  });

  test('refuses by size before reading', () => {
    expect(problemWithFileSize(MAX_FILE_BYTES)).toBeUndefined();
    expect(problemWithFileSize(MAX_FILE_BYTES + 1)?.message).toMatch(
      /64\.0 MiB.*at most 64\.0 MiB.*export chosen articles/,
    );
    expect(readFileBytes('a.json', new Uint8Array(MAX_FILE_BYTES + 1)).kind).toBe('problems');
  });
});

function read(fileName: string, content: string) {
  return readFileBytes(fileName, new TextEncoder().encode(content));
}
