import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '#screens/annotate/keys/commands.ts';
import { type Chord } from './chord.ts';
import {
  holdersOf,
  type KeyChoices,
  keysInUse,
  NO_CHOICES,
  readChoices,
  refusalOf,
  withKey,
  withOwnKeys,
} from './choices.ts';
import { type CommandAbout } from './command.ts';

const about = (id: string, keys: readonly Chord[], isFixed = false): CommandAbout => {
  const command = { id, group: '', name: id, text: '', keys };
  return isFixed ? { ...command, fixed: { shown: '', why: '' } } : command;
};
const TAG = about('tag', ['1', '2'], true);
const NOTE = about('note', ['N', 'Enter']);
const CUT = about('cut', ['Delete', 'Backspace']);
const FIND = about('find', ['/']);
const FOUR = [TAG, NOTE, CUT, FIND];

const used = (choices: KeyChoices, commands = FOUR): Record<string, string> =>
  Object.fromEntries([...keysInUse(commands, choices)].map(([id, keys]) => [id, keys.join(' ')]));
const OWN = { tag: '1 2', note: 'N Enter', cut: 'Delete Backspace', find: '/' };

describe('the keys in use', () => {
  test.each<[string, readonly (readonly [string, readonly Chord[]])[], Partial<typeof OWN>]>([
    ['are the commands’ own where nothing was chosen', [], {}],
    ['are those that were chosen', [['note', ['M']]], { note: 'M' }],
    ['leave a command that gave its key away without it', [['find', ['N']]], { find: 'N', note: 'Enter' }],
    ['leave a command without any', [['find', []]], { find: '' }],
    [
      'can be exchanged',
      [
        ['find', ['N']],
        ['note', ['/']],
      ],
      { find: 'N', note: '/' },
    ],
    ['are never those of a family', [['find', ['1']]], {}],
    ['are never the browser’s', [['find', ['Mod+W']]], {}],
    [
      'go to the first where two chose the same',
      [
        ['find', ['X']],
        ['cut', ['X']],
      ],
      { cut: 'X' },
    ],
    ['of a family do not change', [['tag', ['X']]], {}],
    ['ignore a command that there is not', [['gone', ['N']]], {}],
  ])('%s', (_, choices, expected) => {
    expect(used(new Map(choices))).toEqual({ ...OWN, ...expected });
  });

  test('are no two commands’, whatever was chosen and stored', () => {
    const ids = fc.constantFrom(...COMMANDS.map(({ id }) => id));
    const chords = fc.constantFrom('F', 'N', 'Mod+Z', 'Enter', '[', 'Shift+F6', '1', 'Mod+W', 'Tab', 'X', '?');
    const choices = fc.array(fc.tuple(ids, fc.array(chords, { maxLength: 3 })), { maxLength: 8 });
    fc.assert(
      fc.property(choices, (pairs) => {
        const free = new Set(COMMANDS.filter(({ fixed }) => !fixed).map(({ id }) => id));
        const all = [...keysInUse(COMMANDS, new Map(pairs))].filter(([id]) => free.has(id)).flatMap(([, keys]) => keys);
        const fixed = COMMANDS.flatMap((command) => (command.fixed ? command.keys : []));
        expect(all.filter((chord, at) => all.indexOf(chord) !== at || fixed.includes(chord))).toEqual([]);
      }),
      { seed: 20_240_617 },
    );
  });

  test('that are fixed only for a while take none from others, and may be chosen', () => {
    const value = { ...about('value', ['N', '/']), fixed: { shown: '', why: '', isForWhile: true } };
    expect(used(NO_CHOICES, [...FOUR, value])).toEqual({ ...OWN, value: 'N /' });
    expect(used(new Map([['cut', ['/']]]), [...FOUR, value])).toMatchObject({ cut: '/', find: '', value: 'N /' });
    expect(refusalOf([value], 'N')).toBeUndefined();
  });

  test('are the commands’ own all at once, so that no two were given one to begin with', () => {
    expect([...keysInUse(COMMANDS, NO_CHOICES).values()]).toEqual(COMMANDS.map(({ keys }) => keys));
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });
});

describe('a key is given to a command', () => {
  test('and taken from the one whose own it is, which has it again after a reset', () => {
    const taken = withKey(FOUR, FIND, NO_CHOICES, 'N');
    expect(used(taken)).toEqual({ ...OWN, find: 'N', note: 'Enter' });
    expect(used(withOwnKeys(FOUR, FIND, taken))).toEqual(OWN);
  });

  test('and taken from the one that had chosen it, which has none then', () => {
    const chosen = withKey(FOUR, CUT, withKey(FOUR, FIND, NO_CHOICES, 'X'), 'X');
    expect(used(chosen)).toEqual({ ...OWN, cut: 'X', find: '' });
    expect(used(withOwnKeys(FOUR, FIND, chosen))).toEqual({ ...OWN, cut: 'X' });
  });

  test('and is no choice where it is the only one that the command has of its own', () => {
    expect(withKey(FOUR, FIND, withKey(FOUR, FIND, NO_CHOICES, 'X'), '/')).toEqual(NO_CHOICES);
    expect(used(withKey(FOUR, CUT, NO_CHOICES, 'Delete'))).toEqual({ ...OWN, cut: 'Delete' });
  });

  test('by a reset even where another has taken it', () => {
    const taken = withKey(FOUR, FIND, NO_CHOICES, 'N');
    expect(holdersOf(FOUR, taken, 'note', NOTE.keys).map(({ id }) => id)).toEqual(['find']);
    expect(used(withOwnKeys(FOUR, NOTE, taken))).toEqual({ ...OWN, find: '' });
  });

  test.each<[Chord, readonly string[]]>([
    ['N', ['note']],
    ['/', []],
    ['X', []],
  ])('and who would lose it is told before: %s', (chord, holders) => {
    expect(holdersOf(FOUR, NO_CHOICES, 'find', [chord]).map(({ id }) => id)).toEqual(holders);
  });
});

test.each<[Chord, string | undefined]>([
  ['Mod+W', 'Ctrl+W belongs to the browser and may never reach Spanmark. Press another key.'],
  ['Mod+T', 'Ctrl+T belongs to the browser and may never reach Spanmark. Press another key.'],
  ['Mod+Shift+N', 'Ctrl+Shift+N belongs to the browser and may never reach Spanmark. Press another key.'],
  ['Mod+1', 'Ctrl+1 belongs to the browser and may never reach Spanmark. Press another key.'],
  ['Mod+C', 'Ctrl+C is for selecting, copying and pasting. Press another key.'],
  ['Space', 'Space presses buttons and scrolls. Press another key.'],
  ['1', '1 is always ‘tag’. Press another key.'],
  ['N', undefined],
  ['Mod+S', undefined],
])('a key that nobody can have is refused with a sentence: %s', (chord, sentence) => {
  expect(refusalOf(FOUR, chord)).toBe(sentence);
});

test.each<[string, unknown, readonly (readonly [string, readonly Chord[]])[]]>([
  ['nothing', undefined, []],
  ['a number', 7, []],
  ['an object', { note: ['M'] }, []],
  [
    'pairs',
    [
      ['note', ['M']],
      ['cut', []],
    ],
    [
      ['note', ['M']],
      ['cut', []],
    ],
  ],
  ['pairs among rubbish', [null, 'x', ['note'], ['cut', 'X'], [7, ['X']], ['find', ['M']]], [['find', ['M']]]],
  [
    'chords among rubbish',
    [
      ['note', ['m']],
      ['cut', [7]],
      ['find', ['Ctrl+F']],
    ],
    [],
  ],
])('what was stored is read as far as it makes sense: %s', (_, stored, expected) => {
  expect([...readChoices(stored)]).toEqual(expected);
});
