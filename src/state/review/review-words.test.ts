import { expect, test } from 'vitest';
import { endsOf, quoted } from './review-words.ts';

test.each([
  ['Ann Lee', '“Ann Lee”'],
  ['“We will go,”', '“We will go,”'],
  ['"We will go,"', '"We will go,"'],
  ['„Wir fahren“', '„Wir fahren“'],
  ['«سنذهب»', '«سنذهب»'],
  ['“We will', '““We will”'],
  ['”', '“””'],
])('%s is put in quotation marks once: %s', (words, expected) => {
  expect(quoted(words)).toBe(expected);
});

test('of a long span whose ends are moved both ends are shown, of a short one all words', () => {
  const text = `The first ${'word\n'.repeat(100)}and the last`;
  expect(endsOf(text, [{ from: 0, to: 14 }])).toBe('The first word');
  expect(endsOf(text, [{ from: 0, to: text.length }])).toMatch(/^The first word .{90,110} … .{90,110} and the last$/);
});
