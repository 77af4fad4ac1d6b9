import { describe, expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type ArticleId } from '#core/project/project.ts';
import { findEntries, paletteEntries, type PaletteParts } from './palette-entries.ts';

const article = (id: string, title: string, source = '') => ({ id: id as ArticleId, title, source });
const PARTS: PaletteParts = {
  commands: [
    { command: { id: 'undo', group: '', name: 'Undo', text: '', keys: [] }, keys: 'Ctrl+Z' },
    {
      command: { id: 'finish', group: '', name: 'Mark as done and open the next article', text: '', keys: [] },
      keys: '',
    },
  ],
  labels: DEFAULT_LABEL_SET.labels,
  screens: [{ text: 'Settings', address: '#/settings' }],
  articles: [
    article('a', 'Taxes rise', 'Gazette'),
    article('b', 'Rain in Rome', 'Gazette'),
    article('c', 'Élan vital', 'Le Mondain'),
    article('d', 'Settlers find a mark', 'Tribune'),
  ],
  recent: ['c', 'a', 'gone'] as ArticleId[],
};
const ENTRIES = paletteEntries(PARTS);

describe('what the palette lists', () => {
  test('is commands, labels, screens, then articles with those that were open last before the others', () => {
    expect(ENTRIES.map(({ name, detail, keys }) => [name, detail, keys].join('|'))).toEqual([
      'Undo||Ctrl+Z',
      'Mark as done and open the next article||',
      'Tag as Entity||1',
      'Tag as Claim||2',
      'Tag as Quote||3',
      'Go to Settings||',
      'Élan vital|Le Mondain|',
      'Taxes rise|Gazette|',
      'Rain in Rome|Gazette|',
      'Settlers find a mark|Tribune|',
    ]);
  });

  test('says what choosing does', () => {
    expect(ENTRIES.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        { kind: 'command', id: 'undo' },
        { kind: 'label', id: 'claim' },
        { kind: 'go', address: '#/settings' },
        { kind: 'go', address: '#/annotate/b' },
      ]),
    );
    expect(new Set(ENTRIES.map(({ id }) => id)).size).toBe(ENTRIES.length);
  });
});

const found = (query: string, most = 12): readonly string[] =>
  findEntries(ENTRIES, query, most).flatMap(({ group, entries }) => entries.map(({ name }) => `${group}: ${name}`));

describe('what is found', () => {
  test.each<[string, string, readonly string[]]>([
    ['by a whole word', 'undo', ['Commands: Undo']],
    ['by the beginnings of words in any order', 'do ma', ['Commands: Mark as done and open the next article']],
    ['by what stands beside the name', 'gaz', ['Articles: Taxes rise', 'Articles: Rain in Rome']],
    ['without accents and capitals', 'ELAN', ['Articles: Élan vital']],
    ['with accents that are not there', 'romé', ['Articles: Rain in Rome']],
    ['by letters that follow each other in a word', 'stgs', ['Screens: Go to Settings']],
    ['by the middle of a word, after the beginnings', 'ent', ['Labels: Tag as Entity']],
    [
      'with the group of the best match first',
      'mark',
      ['Commands: Mark as done and open the next article', 'Articles: Settlers find a mark'],
    ],
    ['with a beginning before what follows', 'settl', ['Articles: Settlers find a mark']],
    ['only where every word matches', 'rain taxes', []],
    ['never by two letters that merely follow each other', 'rs', ['Articles: Settlers find a mark']],
  ])('%s: %s', (_, query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test('is everything where nothing is asked for, in order and so many of each', () => {
    expect(found('')).toEqual(ENTRIES.map(({ group, name }) => `${group}: ${name}`));
    expect(found(' . ', 1)).toEqual([
      'Commands: Undo',
      'Labels: Tag as Entity',
      'Screens: Go to Settings',
      'Articles: Élan vital',
    ]);
  });
});
