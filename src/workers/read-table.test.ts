import { expect, test } from 'vitest';
import { readTableBytes } from './read-table.ts';

const TABLE = 'title,text\nRain,It rained in Graz for eleven days.\nWind,The wind blew.\n';

test.each([
  ['UTF-8', new TextEncoder().encode(TABLE)],
  ['UTF-16 without a mark', Uint8Array.from(Array.from(TABLE).flatMap((letter) => [letter.charCodeAt(0), 0]))],
])('a table in %s gives an article of each row', (_, bytes) => {
  expect(readTableBytes('a.csv', bytes, {})).toMatchObject({
    kind: 'table',
    articles: [{ title: 'Rain' }, { title: 'Wind' }],
    problems: [],
  });
});

test('a binary file gives no table', () => {
  expect(readTableBytes('a.csv', new Uint8Array([0xff, 0, 1, 0, 0, 2]), {})).toMatchObject({ kind: 'problems' });
});

test('of a table that is wrong throughout the first problems are told, and how many there are', () => {
  const empty = Array.from({ length: 300 }, (_, row) => `Row ${row},\n`).join('');
  const columns = { title: 0, text: 1, author: undefined, source: undefined, date: undefined, language: undefined };
  const bytes = new TextEncoder().encode(`title,text\nGood,Some text.\nTwice,Some text.\n${empty}`);
  const reading = readTableBytes('a.csv', bytes, { hasHeader: true, columns });
  if (reading.kind !== 'table') throw new Error('it was not read as a table');
  expect(reading.articles).toHaveLength(1);
  expect(reading.problems).toHaveLength(200);
  expect(reading.problemCount).toBe(301);
});
