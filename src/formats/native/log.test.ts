import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { withLogOf } from '#core/merge/device.arbitrary.ts';
import { ProblemList } from '#formats/problem.ts';
import { canonicalBundle } from './canonical.ts';
import { checkShape } from './check-shape.ts';
import { readBundle } from './read.ts';
import { sampleBundle } from './sample-bundle.ts';
import { writeBundle } from './write.ts';

const SEED = 20261126;
const SAMPLE = logged(sampleBundle());
const VALID = writeBundle(SAMPLE);
const matchesSchema = new Ajv2020({ strict: true, allErrors: false }).compile(
  JSON.parse(readFileSync(new URL('../../../public/bundle-v4.schema.json', import.meta.url), 'utf8')) as object,
);

/** A bundle as loose JSON, as far as it is about logs. */
interface Loose {
  layers: [LooseLayer, ...LooseLayer[]];
}

interface LooseLayer {
  spans: { note: string }[];
  log: { after: number; sum: string; entries: LooseEntry[] };
}

interface LooseEntry {
  [name: string]: unknown;
  number: number;
  at: string;
  sum: string;
  edit: Record<string, unknown>;
  cause: Record<string, unknown>;
}

describe('a bundle with logs', () => {
  test('is read as it was written, and written again with the same bytes', () => {
    fc.assert(
      fc.property(bundleArbitrary(), (plain) => {
        // Lone surrogates become another character in a file, and the edits would not lead to the layer any more.
        const bundle = logged(canonicalBundle(plain));
        const json = writeBundle(bundle);
        const read = readBundle(json);
        expect(read).toEqual({ ok: true, value: canonicalBundle(bundle) });
        if (read.ok) expect(writeBundle(read.value)).toBe(json);
        expect(matchesSchema(JSON.parse(json)), JSON.stringify(matchesSchema.errors)).toBe(true);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('reads without them as a bundle that never had any', () => {
    const bundle = JSON.parse(VALID) as { layers: { log?: unknown }[] };
    for (const layer of bundle.layers) delete layer.log;
    const without = {
      ...SAMPLE,
      layers: sampleBundle().layers.map((layer, index) => ({ ...layer, changedAt: SAMPLE.layers[index]!.changedAt })),
    };
    expect(readBundle(JSON.stringify(bundle))).toEqual({ ok: true, value: canonicalBundle(without) });
  });

  test.each<[string, RegExp, (layer: LooseLayer) => void]>([
    ['a changed time', /checksum is another one/, ({ log }) => (log.entries[1]!.at = '2024-06-18T00:00:09.000Z')],
    [
      'a changed edit',
      /checksum is another one/,
      ({ log }) => ((log.entries[0]!.edit as { span: { note: string } }).span.note = 'x'),
    ],
    ['a changed checksum', /checksum is another one/, ({ log }) => (log.entries[1]!.sum = '0'.repeat(16))],
    ['another beginning', /checksum is another one/, ({ log }) => (log.sum = '0'.repeat(16))],
    ['a lost entry', /does not follow on from entry 1/, ({ log }) => log.entries.splice(1, 1)],
    ['a lost end', /do not lead to what the layer holds/, ({ log }) => log.entries.splice(-2)],
    ['a changed layer', /do not lead to what the layer holds/, ({ spans }) => (spans[0]!.note = 'Another')],
    ['entries that are no list', /must be a list/, ({ log }) => Object.assign(log, { entries: {} })],
    ['an unknown kind of edit', /edit/, ({ log }) => (log.entries[0]!.edit = { kind: 'guess' })],
    ['an unknown name', /unknown/, ({ log }) => (log.entries[0]!['extra'] = 1)],
    ['a negative number', /negative/, ({ log }) => (log.after = -1)],
  ])('is refused with %s', (_, expected, breakIt) => {
    const bundle = JSON.parse(VALID) as Loose;
    breakIt(bundle.layers[0]);
    const read = readBundle(JSON.stringify(bundle));
    expect(read.ok ? '' : read.problems.map(({ place, message }) => `${place}: ${message}`).join('\n')).toMatch(
      expected,
    );
  });

  test('is judged by the published schema as by the program, whatever value stands in a log', () => {
    const paths = leavesOf((JSON.parse(VALID) as Loose).layers[0].log);
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) {
      for (const value of WRONG_VALUES) {
        const bundle = JSON.parse(VALID) as Loose;
        const place = path
          .slice(0, -1)
          .reduce<Record<string, unknown>>(
            (inner, step) => inner[step] as Record<string, unknown>,
            bundle.layers[0].log as unknown as Record<string, unknown>,
          );
        place[path.at(-1)!] = value;
        const hasShape = checkShape(bundle, new ProblemList(1)) !== undefined;
        expect([path.join('.'), value, matchesSchema(bundle)]).toEqual([path.join('.'), value, hasShape]);
      }
    }
  });
});

const WRONG_VALUES: readonly unknown[] = [null, true, -1, 1.5, '', 'x', '0'.repeat(16), [], {}, '2024-06-17T09:30:00Z'];

/** One place of each kind: every name, however many members of a list have it. */
function leavesOf(
  value: unknown,
  path: readonly string[] = [],
  seen = new Set<string>(),
): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) {
    const kind = path.filter((step) => !/^[0-9]+$/.test(step)).join('.');
    if (seen.has(kind)) return [];
    seen.add(kind);
    return [path];
  }
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name], seen));
}

function logged(bundle: Bundle): Bundle {
  return { ...bundle, layers: bundle.layers.map(withLogOf) };
}
