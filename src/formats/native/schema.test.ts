import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { LIMITS } from '#formats/limits.ts';
import { ProblemList } from '#formats/problem.ts';
import { checkShape } from './check-shape.ts';
import { sampleBundle } from './sample-bundle.ts';
import { writeBundle } from './write.ts';

const SEED = 20261124;
const schema = JSON.parse(
  readFileSync(new URL('../../../public/bundle-v4.schema.json', import.meta.url), 'utf8'),
) as object;
const SAMPLE = writeBundle(sampleBundle());
const matchesSchema = new Ajv2020({ strict: true, allErrors: false }).compile(schema);

describe('the published JSON Schema', () => {
  test('accepts every bundle that is written', () => {
    fc.assert(
      fc.property(bundleArbitrary(), (bundle) => {
        expect(matchesSchema(JSON.parse(writeBundle(bundle))), JSON.stringify(matchesSchema.errors)).toBe(true);
      }),
      { seed: SEED },
    );
  });

  test.each(leafPaths(sample()))('judges a wrong value as the program does, at %s', (_, path) => {
    for (const value of WRONG_VALUES) {
      const bundle = replaced(path, value);
      expect([JSON.stringify(value), matchesSchema(bundle)]).toEqual([JSON.stringify(value), hasShape(bundle)]);
    }
  });

  test.each(objectPaths(sample()))('refuses an unknown and a missing name as the program does, in %s', (_, path) => {
    const extra = withObject(path, (object) => (object.extra = 1));
    expect([matchesSchema(extra), hasShape(extra)]).toEqual([false, false]);
    for (const name of Object.keys(at(sample(), path) as object)) {
      const bundle = withObject(path, (object) => delete object[name]);
      expect([name, matchesSchema(bundle), hasShape(bundle)]).toEqual([name, false, false]);
    }
  });

  test.each(textLimits())('has the program’s limit at %s', (_, path, limit) => {
    for (const character of ['a', '🎉']) {
      const longest = replaced(path, character.repeat(limit));
      const tooLong = replaced(path, character.repeat(limit + 1));
      expect([matchesSchema(longest), hasShape(longest)]).toEqual([true, true]);
      expect([matchesSchema(tooLong), hasShape(tooLong)]).toEqual([false, false]);
    }
  });

  test('has the program’s limits for lists and numbers', () => {
    const text = JSON.stringify(schema);
    for (const name of [
      'labels',
      'annotators',
      'articles',
      'pages',
      'layers',
      'spans',
      'ranges',
      'links',
      'attributes',
      'values',
      'linkTypes',
      'guidelines',
      'examples',
      'decisions',
      'threads',
      'messages',
    ] as const) {
      expect(text).toContain(`"maxItems":${LIMITS[name]}`);
    }
    expect(text).toContain(`"maximum":${LIMITS.text}`);
    expect(text).toContain(`"maxLength":${LIMITS.text}`);
  });
});

type Path = readonly (string | number)[];

const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  2 ** 53,
  LIMITS.text + 1,
  '',
  'x',
  'blue',
  'en',
  '2024-13',
  '2024-06-17',
  '2024-06-17T09:30:00Z',
  '2024-06-17T09:30:00+02:00',
  '2024-06-17T09:30:00.000Z\n',
  'a'.repeat(64),
  'A'.repeat(64),
  [],
  {},
  [[]],
];

function textLimits(): readonly (readonly [string, Path, number])[] {
  const span = ['layers', 0, 'spans', 0];
  const label = ['project', 'labelSet', 'labels', 0];
  return [
    ['project.id', ['project', 'id'], LIMITS.id],
    ['project.name', ['project', 'name'], LIMITS.name],
    ['label.name', [...label, 'name'], LIMITS.name],
    ['label.description', [...label, 'description'], LIMITS.description],
    ['annotator.name', ['annotators', 0, 'name'], LIMITS.name],
    ['article.title', ['articles', 0, 'title'], LIMITS.title],
    ['article.author', ['articles', 0, 'author'], LIMITS.author],
    ['page.page', ['articles', 0, 'pages', 0, 'page'], LIMITS.page],
    ['article.source', ['articles', 0, 'source'], LIMITS.source],
    ['span.id', [...span, 'id'], LIMITS.id],
    ['attribute.name', [...label, 'attributes', 0, 'name'], LIMITS.name],
    ['value.name', [...label, 'attributes', 0, 'values', 0, 'name'], LIMITS.name],
    ['linkType.description', ['project', 'labelSet', 'linkTypes', 0, 'description'], LIMITS.description],
    ['guidelines.text', ['project', 'guidelines', 0, 'text'], LIMITS.guideline],
    ['example.quote', ['project', 'guidelines', 0, 'labels', 0, 'examples', 0, 'quote'], LIMITS.quote],
    ['link.id', ['layers', 0, 'links', 0, 'id'], LIMITS.id],
    ['span.note', [...span, 'note'], LIMITS.note],
    ['decision.id', ['decisions', 0, 'id'], LIMITS.id],
    ['decision.comment', ['decisions', 0, 'comment'], LIMITS.note],
    ['decision.batch', ['decisions', 0, 'batch'], LIMITS.id],
    ['policy.settings', ['decisions', 0, 'policy', 'settings'], LIMITS.description],
    ['decided.note', ['decisions', 0, 'spans', 0, 'note'], LIMITS.note],
    ['message.body', ['threads', 0, 'messages', 0, 'body'], LIMITS.note],
  ];
}

function sample(): unknown {
  return JSON.parse(SAMPLE);
}

function hasShape(bundle: unknown): boolean {
  return checkShape(bundle, new ProblemList(1)) !== undefined;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value);
}

function replaced(path: Path, value: unknown): unknown {
  return withObject(path.slice(0, -1), (object) => (object[path.at(-1)!] = value));
}

function withObject(path: Path, change: (object: Record<string | number, unknown>) => unknown): unknown {
  const bundle = sample();
  change(at(bundle, path) as Record<string | number, unknown>);
  return bundle;
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

function objectPaths(value: unknown): readonly (readonly [string, Path])[] {
  const inner = leafPaths(value).filter(([, path]) => {
    const member = at(value, path);
    return typeof member === 'object' && member !== null && !Array.isArray(member);
  });
  return [['the bundle', []], ...inner];
}
