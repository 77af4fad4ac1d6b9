import { expect, test } from 'vitest';
import { readHuggingFace } from './read.ts';

test('a file in another encoding is a problem with its path, and the others are read', () => {
  const { documents, problems } = readHuggingFace([
    { path: 'a.jsonl', bytes: new Uint8Array([0x22, 0xe9, 0x22]) },
    { path: 'b.jsonl', bytes: new TextEncoder().encode('{"text":"Rain"}') },
  ]);
  expect(documents.map(({ place }) => place)).toEqual(['b.jsonl line 1']);
  expect(problems.map(({ place }) => place)).toEqual(['a.jsonl byte 1 (line 1)']);
});
