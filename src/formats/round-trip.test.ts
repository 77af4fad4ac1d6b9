import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultOptions } from './exchange/default-options.ts';
import { exchangedBundleArbitrary, expectedAfter, readBack } from './exchange/round-trip.arbitrary.ts';
import { type Format } from './exchange/format.ts';
import { createLossList } from './exchange/losses.ts';
import { AS_IT_IS, partsBy } from './exchange/write-dataset.ts';
import { FORMATS } from './registry.ts';

const BOTH_WAYS = FORMATS.filter(({ read, write }) => read && write);

describe.each(BOTH_WAYS.flatMap((format) => variantsOf(format).map((variant) => ({ format, variant }))))(
  '$format.name $variant',
  ({ format, variant }) => {
    test('reading what was written gives the project but for exactly what the loss report names', async () => {
      const [createWriter, read] = await Promise.all([format.write!(), format.read!()]);
      fc.assert(
        fc.property(exchangedBundleArbitrary(), (bundle) => {
          const losses = createLossList();
          const request = { prepare: AS_IT_IS, options: { ...defaultOptions(format), variant } };
          const parts = [...partsBy(format, createWriter, bundle, request, losses)];
          const back = readBack(read, parts, bundle, format.carries);
          expect(back.problems).toEqual([]);
          const expected = expectedAfter(bundle, losses.all, format.carries);
          expect(back.layers).toEqual(expected.layers);
          expect(back.annotators).toEqual(expected.annotators);
        }),
        { seed: 20240617, numRuns: 150 },
      );
    });
  },
);

function variantsOf({ variants }: Format): readonly string[] {
  return variants.length === 0 ? [''] : variants.map(({ id }) => id);
}
