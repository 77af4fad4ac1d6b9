import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSyntaxFault } from './find-syntax-fault.ts';

const SEED = 20261124;

describe('finding a syntax fault', () => {
  test.each([
    ['{"a": x}', 6, 'a value was expected here, not “x”'],
    ['{"a": 1,}', 8, 'a name in double quotes was expected here, not “}”'],
    ['{"a" 1}', 5, '“:” after the name was expected here, not “1”'],
    ['[1 2]', 3, '“,” or “]” was expected here, not “2”'],
    ['[1}', 2, '“,” or “]” was expected here, not “}”'],
    ["{'a': 1}", 1, "a name in double quotes or “}” was expected here, not “'”"],
    ['{} {}', 3, 'nothing after the end of the value was expected here, not “{”'],
    ['[01]', 1, 'a value or “]” was expected here, not “0”'],
    ['[🎉]', 1, 'a value or “]” was expected here, not “🎉”'],
    ['["a\nb"]', 3, 'a line end or control character inside a string must be written as \\n or \\u0000'],
    ['["\\x"]', 2, 'a backslash is followed by something that it cannot escape'],
  ])('in %j at %i', (json, offset, message) => {
    expect(findSyntaxFault(json)).toEqual({ offset, message, ended: false });
  });

  test.each(['', '{', '[1,', '{"a"', '{"a":', '"abc', '"a\\', '"a\\u12', 'tru', '-', '[1.', '[1e+'])(
    'tells that %j is cut off',
    (json) => {
      expect(findSyntaxFault(json)).toMatchObject({ offset: json.length, ended: true });
    },
  );
});

describe('the syntax of any text', () => {
  test('finds one exactly where JSON.parse fails', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '\n',
    );
    const damaged = fc.tuple(fc.json(), fc.nat(), piece).map(([json, place, extra]) => {
      const at = place % (json.length + 1);
      return json.slice(0, at) + extra + json.slice(at);
    });
    const soup = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged, soup), (json) => {
        expect(findSyntaxFault(json) === undefined).toBe(parses(json));
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  test('says that every beginning of a JSON text is cut off', () => {
    const text = fc.json().filter((json) => /^[[{"]/.test(json));
    fc.assert(
      fc.property(text, fc.nat(), (json, length) => {
        expect(findSyntaxFault(json.slice(0, length % json.length))?.ended).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

function parses(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
