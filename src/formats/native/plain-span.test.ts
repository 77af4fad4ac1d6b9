import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { LIMITS } from '#formats/limits.ts';
import { plainSpan } from './plain-span.ts';
import { sampleBundle } from './sample-bundle.ts';
import { spanShape } from './shape.ts';
import { writeBundle } from './write.ts';

const SEED = 20261124;

type Json = Record<string, unknown>;

function writtenSpans(json: string): readonly Json[] {
  const { layers } = JSON.parse(json) as { readonly layers: readonly { readonly spans: readonly Json[] }[] };
  return layers.flatMap(({ spans }) => spans);
}

const RIGHT = writtenSpans(writeBundle(sampleBundle()))[1]!;
const RANGE = (RIGHT['ranges'] as readonly Json[])[0]!;

describe('the quick way to check a span', () => {
  test('gives what the schema gives, or leaves the span to it', () => {
    let taken = 0;
    fc.assert(
      fc.property(bundleArbitrary(), (bundle) => {
        for (const span of writtenSpans(writeBundle(bundle))) {
          const plain = plainSpan(span);
          if (!plain) continue;
          taken += 1;
          expect(plain).toEqual(v.parse(spanShape, span));
          expect(Object.keys(plain)).toEqual(Object.keys(v.parse(spanShape, span)));
        }
      }),
      { seed: SEED },
    );
    expect(taken).toBeGreaterThan(50);
  });

  test('takes nothing that the schema refuses, whatever one field holds', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>('', 'x'.repeat(LIMITS.id + 1), '2024-06-17', [], [''], [RANGE], [{ ...RANGE, more: 1 }]),
      fc.record({ id: fc.jsonValue(), value: fc.jsonValue() }).map((attribute) => [attribute]),
      fc.constantFrom(...Object.keys(RANGE)).chain((name) => {
        return fc.jsonValue().map((value) => [{ ...RANGE, [name]: value }]);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(RIGHT), 'more'), anything, (name, value) => {
        const span = { ...RIGHT, [name]: value };
        const plain = plainSpan(span);
        const result = v.safeParse(spanShape, span);
        if (plain) expect(result).toMatchObject({ success: true, output: plain });
        if (!result.success) expect(plain).toBeUndefined();
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test.each(Object.keys(RIGHT))('leaves a span without its field %s to the schema', (name) => {
    expect(plainSpan(RIGHT)).toEqual(RIGHT);
    const { [name]: _, ...rest } = RIGHT;
    expect(plainSpan(rest)).toBeUndefined();
    expect(plainSpan({ ...rest, other: 1 })).toBeUndefined();
  });

  test('builds the span afresh', () => {
    const plain = plainSpan(RIGHT)!;
    expect(plain).not.toBe(RIGHT);
    expect(plain.ranges).not.toBe(RIGHT['ranges']);
    expect(plain.ranges[0]).not.toBe(RANGE);
  });
});
