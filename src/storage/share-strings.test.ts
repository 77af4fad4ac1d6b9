import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansArbitrary } from '#core/spans/spans.arbitrary.ts';
import { shareStrings } from './share-strings.ts';

test('spans that share their strings are the same spans', () => {
  fc.assert(
    fc.property(spansArbitrary(12), (spans) => {
      expect(shareStrings(structuredClone(spans))).toEqual(spans);
    }),
    { seed: 20240617, numRuns: 100 },
  );
});
