import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { splitFrontMatter } from './front-matter.ts';

describe('front matter', () => {
  test.each([
    ['---\ntitle: A\n---\nBody', { title: 'A' }, [], 'Body'],
    ['---\r\ntitle: A\r\n---\r\n\r\nBody\r\n', { title: 'A' }, [], '\r\nBody\r\n'],
    ['---\rtitle: A\r---\rBody', { title: 'A' }, [], 'Body'],
    ['\uFEFF---\ntitle: A\n---\nBody', { title: 'A' }, [], '\uFEFFBody'],
    ['---\ntitle: "A \\"b\\" \\\\"\nsource: \'it\'\'s\'\n---\nBody', { title: 'A "b" \\', source: "it's" }, [], 'Body'],
    ['---\ntitle: "A" and "B"\n---\nBody', { title: '"A" and "B"' }, [], 'Body'],
    ['---\ntitle: a: b # c\n---\nBody', { title: 'a: b # c' }, [], 'Body'],
    ['---\nTitle: A\n\ntags: [x, y]\n__proto_: 1\n---\nBody', undefined, [], undefined],
    ['---\nTitle: A\n\ntags: [x, y]\nconstructor: 1\n---\nBody', { title: 'A' }, ['tags', 'constructor'], 'Body'],
    ['---\ndate:\n---\n', { date: '' }, [], ''],
    ['---\ntitle: A\n---', { title: 'A' }, [], ''],
    ['---  \ntitle: A\n--- \nBody', { title: 'A' }, [], 'Body'],
  ])('in %j', (raw, fields, ignored, body) => {
    const result = splitFrontMatter(raw);
    expect(Object.fromEntries(result.fields)).toEqual(fields ?? {});
    expect(result.ignored).toEqual(ignored);
    expect(result.body).toBe(body ?? raw);
  });

  test.each([
    ['no block', 'title: A\nBody'],
    ['a block that is not first', '\n---\ntitle: A\n---\nBody'],
    ['a block without end', '---\ntitle: A\nBody: x'],
    ['a line that is no field', '---\ntitle: A\nHe said so.\n---\nBody'],
    ['a nested list', '---\ntags:\n  - a\n---\nBody'],
    ['a known key twice', '---\ntitle: A\ntitle: B\n---\nBody'],
    ['no key at all', '---\n\n---\nBody'],
    ['a colon without a space', '---\nhttp://example.org\n---\nBody'],
    ['four dashes', '----\ntitle: A\n----\nBody'],
    ['a block of many lines', `---\n${'a: 1\n'.repeat(200)}---\nBody`],
    ['only a fence', '---'],
    ['nothing', ''],
  ])('is not: %s', (_, raw) => {
    expect(splitFrontMatter(raw)).toEqual({ fields: new Map(), ignored: [], body: raw });
  });

  test('takes nothing from the text after it', () => {
    fc.assert(
      fc.property(textArbitrary(), (text) => {
        expect(splitFrontMatter(`---\ntitle: A\n---\n${text}`).body).toBe(text);
      }),
      { seed: 20261124 },
    );
  });
});
