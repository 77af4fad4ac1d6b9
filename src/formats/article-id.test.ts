import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { articleIdOf } from './article-id.ts';

test('an article’s id is the SHA-256 of its UTF-8 bytes', () => {
  expect(articleIdOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  fc.assert(
    fc.property(textArbitrary(), (text) => {
      expect(articleIdOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
    { seed: 20261124 },
  );
});
