import { expect, test } from 'vitest';
import { hideNames } from './hide-names.ts';

const NAMES = [
  { name: 'Ann', shown: 'Annotator A' },
  { name: 'Ann Lee', shown: 'Annotator B' },
  { name: 'Ö. Öz', shown: 'Annotator C' },
  { name: 'X', shown: 'Annotator D' },
];

test.each([
  ['Ann has it, and @ANN said so.', 'Annotator A has it, and @Annotator A said so.'],
  ['Ann Lee or ann', 'Annotator B or Annotator A'],
  ['Annette and Joann stay', 'Annette and Joann stay'],
  ['Ann’s span', 'Annotator A’s span'],
  ['as ö. öz says', 'as Annotator C says'],
  ['X stays, 𝐀Ann as well', 'X stays, 𝐀Ann as well'],
  ['İ Ann', 'İ Annotator A'],
  ['', ''],
])('“%s” becomes “%s”', (text, hidden) => {
  expect(hideNames(text, NAMES)).toBe(hidden);
});
