import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTextArbitrary } from '#core/text/prose.arbitrary.ts';
import { escapeText, nameFrom, safeName, unescapeText } from './safe-name.ts';

test.each([
  ['QUOTE', 'QUOTE'],
  ['a b', 'a_x20_b'],
  ['é🎉', '_xE9__x1F389_'],
  ['', '_x_'],
  ['_x_', '_x5F_x_'],
  ['snake_case', 'snake_case'],
  ['..', '_x2E__x2E_'],
])('%j is written as %s', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test('every name comes back, also those that look like escapes', () => {
  const name = fc.oneof(
    anyTextArbitrary(),
    fc.array(fc.constantFrom('_', 'x', '3A', '_x3A_', ':', 'a', '5F'), { maxLength: 8 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(name, (given) => {
      expect(safeName(given)).toMatch(/^[\w-]+$/);
      expect(nameFrom(safeName(given))).toBe(given);
      expect(unescapeText(escapeText(given, /[:\n]/gu))).toBe(given);
    }),
    { seed: 20240617, numRuns: 500 },
  );
});

test('what is beyond Unicode is no escape', () => {
  expect(nameFrom('_xFFFFFF_')).toBe('_xFFFFFF_');
});
