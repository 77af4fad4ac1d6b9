import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { labelSetArbitrary } from '#core/labels/label-set.arbitrary.ts';
import { matchShape } from '#formats/native/check-shape.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { writeBundle } from '#formats/native/write.ts';
import { ProblemList } from '#formats/problem.ts';
import { labelSetFileShape, readLabelSet, readLabelSetBytes } from './read.ts';
import { writeLabelSet } from './write.ts';

const SEED = 20261125;
const schema = JSON.parse(
  readFileSync(new URL('../../../public/label-set-v1.schema.json', import.meta.url), 'utf8'),
) as object;
const matchesSchema = new Ajv2020({ strict: true, allErrors: false }).compile(schema);

type Loose = Record<string | number, unknown>;

function sample(): Loose {
  return JSON.parse(writeLabelSet(DEFAULT_LABEL_SET)) as Loose;
}

function hasShape(file: unknown): boolean {
  return matchShape(labelSetFileShape, file, [], new ProblemList(1)) !== undefined;
}

describe('a label set file', () => {
  test('read back gives the label set, is in the schema, and written again is the same bytes', () => {
    fc.assert(
      fc.property(labelSetArbitrary(), (labelSet) => {
        const json = writeLabelSet(labelSet);
        const read = readLabelSet(json);
        expect(read).toEqual({ ok: true, value: labelSet });
        expect(matchesSchema(JSON.parse(json)), JSON.stringify(matchesSchema.errors)).toBe(true);
        expect(read.ok && writeLabelSet(read.value)).toBe(json);
      }),
      { seed: SEED },
    );
  });

  test('starts with what it is and ends with a line end', () => {
    const json = writeLabelSet(DEFAULT_LABEL_SET);
    expect(json).toMatch(/^\{\n {2}"format": "spanmark-label-set",\n {2}"version": 1,\n {2}"labels": \[/);
    expect(json.endsWith('}\n')).toBe(true);
  });
});

describe('the published JSON Schema', () => {
  test.each(leafPaths(sample()))('judges a wrong value as the program does, at %s', (_, path) => {
    for (const value of [null, true, 0, -1, 1.5, '', 'x', 'blue', '1', 'a', [], {}, [[]], 'x'.repeat(501)]) {
      const file = sample();
      (at(file, path.slice(0, -1)) as Loose)[path.at(-1)!] = value;
      expect([JSON.stringify(value), matchesSchema(file)]).toEqual([JSON.stringify(value), hasShape(file)]);
    }
  });

  test.each(leafPaths(sample()).filter(([, path]) => isObject(at(sample(), path))))(
    'refuses an unknown and a missing name as the program does, in %s',
    (_, path) => {
      const extra = sample();
      (at(extra, path) as Loose)['extra'] = 1;
      expect([matchesSchema(extra), hasShape(extra)]).toEqual([false, false]);
      for (const name of Object.keys(at(sample(), path) as Loose)) {
        const file = sample();
        Reflect.deleteProperty(at(file, path) as Loose, name);
        expect([name, matchesSchema(file), hasShape(file)]).toEqual([name, false, false]);
      }
    },
  );
});

describe('a hostile file is refused with its reason', () => {
  const valid = writeLabelSet(DEFAULT_LABEL_SET);
  test.each<[string, string, RegExp]>([
    ['nothing', '', /the file is empty/],
    ['broken JSON', valid.slice(0, -20), /ends in the middle/],
    ['a list', '[]', /not a Spanmark label set: it seems to be a list/],
    ['a number', '42', /not a Spanmark label set: it seems to be 42/],
    ['a bundle', writeBundle(sampleBundle()), /a whole Spanmark project.*Import screen/],
    ['another format', '{"format":"doccano"}', /“doccano” data/],
    ['another tool', '{"labels":[]}', /another tool’s file/],
    ['no version', '{"format":"spanmark-label-set"}', /does not say its version/],
    ['a newer version', valid.replace('"version": 1', '"version": 2'), /made by a newer Spanmark \(version 2\)/],
    ['an odd version', valid.replace('"version": 1', '"version": "1"'), /must be 1, not “1”/],
    ['a prototype', valid.replace('"version": 1,', '"version": 1, "__proto__": {},'), /__proto__ is not allowed/],
    ['a lone surrogate', valid.replace('"Entity"', '"\\ud800"'), /labels\[0\]\.name/],
    ['a doubled id', valid.replace('"id": "claim"', '"id": "entity"'), /labels\[1\]\.id: the same label id/],
    [
      'a doubled key',
      valid.replace('"key": "2"', '"key": "1"'),
      /labels\[1\]\.key: the key 1 of “Claim” already belongs to “Entity”/,
    ],
    ['a doubled letter', valid.replace('"key": "o"', '"key": "p"'), /already belongs to “Person”/],
    [
      'an unknown label',
      valid.replace(/"from": \[\s*"quote"/, '"from": ["nobody"'),
      /linkTypes\[0\]\.from: .*“nobody”/,
    ],
    [
      'deep nesting',
      valid.replace('"labels": [', `"labels": [${'['.repeat(60)}${']'.repeat(60)},`),
      /nested more than/,
    ],
  ])('%s', (_, json, expected) => {
    const read = readLabelSet(json);
    expect(read.ok).toBe(false);
    const told = read.ok ? [] : read.problems.map(({ place, message }) => `${place}: ${message}`);
    expect(told.join('\n')).toMatch(expected);
  });

  test('bytes that are too many or no text', () => {
    expect(readLabelSetBytes(new Uint8Array(9 * 1024 * 1024))).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('9.0 MiB') as string }],
    });
    expect(readLabelSetBytes(new Uint8Array([0xff, 0xfe, 0xfd])).ok).toBe(false);
  });
});

type Path = readonly (string | number)[];

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Loose)[step], value);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every place but the outermost, once for all members of a list. */
function leafPaths(value: unknown, path: Path = []): readonly (readonly [string, Path])[] {
  const own: readonly (readonly [string, Path])[] = path.length === 0 ? [] : [[path.join('.'), path]];
  if (typeof value !== 'object' || value === null) return own;
  const members = Array.isArray(value) ? Object.entries(value).slice(0, 1) : Object.entries(value);
  return [
    ...own,
    ...members.flatMap(([name, member]) => leafPaths(member, [...path, Array.isArray(value) ? 0 : name])),
  ];
}
