import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idArbitrary } from '#core/labels/label-set.arbitrary.ts';
import { originalName, safeName } from './safe-names.ts';

describe('safeName', () => {
  test.each([
    ['claim', 'claim'],
    ['snake_case', 'snake_case'],
    ['made by', 'made_x20_by'],
    ['made-in', 'made__in'],
    ['a_-b', 'a_x5F___b'],
    ['a__b_', 'a_x5F__b_'],
    ['1st', 'x_1st'],
    ['__proto__', 'x__x5F__proto_x5F__'],
    ['x_ray', 'x_x_ray'],
    ['a_x41_b', 'a_x5F_x41_b'],
    ['🎉', 'x__x1F389_'],
    ['', 'x_'],
  ])('%j is written %s', (name, safe) => {
    expect(safeName(name)).toBe(safe);
    expect(originalName(safe)).toBe(name);
  });

  test('a reserved name gets a letter in front', () => {
    expect(safeName('ENTITY', (name) => name === 'ENTITY')).toBe('x_ENTITY');
  });

  test('every name comes back and is made of letters, digits and underscores', () => {
    fc.assert(
      fc.property(
        fc.oneof(idArbitrary(), fc.string({ unit: fc.constantFrom('_', '_', 'x', '-', '4', ':', 'A') })),
        (name) => {
          const safe = safeName(name);
          expect(safe).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
          expect(originalName(safe)).toBe(name);
        },
      ),
      { seed: 20240617 },
    );
  });
});
