import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { changedWords } from './changed-words.ts';
import { type Guidelines } from './guidelines.ts';

const LABEL = 'entity' as LabelId;

test.each([
  ['nothing', '', '', 0, 0],
  ['a first text', '', 'Mark every name.', 3, 0],
  ['all gone', 'Mark every name.', '', 0, 3],
  ['one word for another', 'Mark every name', 'Mark each name', 1, 1],
  ['a word once more', 'no', 'no no', 1, 0],
  ['an order', 'one two three', 'three one two', 0, 0],
  ['signs', 'Mark *names*', '- mark **names**!'.replace('mark', 'Mark'), 0, 0],
  ['a name like a property', '', '__proto__ constructor', 2, 0],
])('counts the words that came and went: %s', (_, before, after, added, removed) => {
  expect(changedWords(saying(before), saying(after))).toEqual({ added, removed });
});

test('texts of labels, quotes and comments count too', () => {
  const example = { before: 'x', quote: 'Ann Lee', after: 'x', source: 'x', isGood: true, comment: 'Both names.' };
  const after: Guidelines = { text: '', labels: [{ label: LABEL, text: 'Names of people', examples: [example] }] };
  expect(changedWords(saying(''), after)).toEqual({ added: 7, removed: 0 });
  expect(changedWords(after, saying('people'))).toEqual({ added: 0, removed: 6 });
});

function saying(text: string): Guidelines {
  return { text, labels: [] };
}
