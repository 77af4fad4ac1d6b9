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
