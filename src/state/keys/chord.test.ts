import { describe, expect, test } from 'vitest';
import { chordsOf, chordText, family, holds, isChord, isTyped, keyOf, type KeyPress } from './chord.ts';

type Held = 'ctrl' | 'meta' | 'alt' | 'shift' | 'altgr';

function pressed(key: string, code: string, held: string, isComposing = false): KeyPress {
  const is = (name: Held): boolean => held.split(' ').includes(name);
  return {
    key,
    code,
    ctrlKey: is('ctrl'),
    metaKey: is('meta'),
    altKey: is('alt'),
    shiftKey: is('shift'),
    isComposing,
    getModifierState: () => is('altgr'),
  };
}

describe('a key press', () => {
  test.each<[string, string, string, string, readonly string[]]>([
    ['a letter', 'f', 'KeyF', '', ['F']],
    ['a letter under Caps Lock', 'F', 'KeyF', '', ['F']],
    ['a letter with Shift, which is another chord', 'F', 'KeyF', 'shift', ['Shift+F']],
    ['a letter with Ctrl', 'z', 'KeyZ', 'ctrl', ['Mod+Z']],
    ['a letter with ⌘ on a Mac', 'z', 'KeyZ', 'meta', ['Mod+Z']],
    ['a letter with ⌘ and Shift', 'z', 'KeyZ', 'meta shift', ['Mod+Shift+Z']],
    ['a letter where another layout has it', 'z', 'KeyY', 'ctrl', ['Mod+Z']],
    ['a Cyrillic letter, by its sign or its place', 'а', 'KeyF', '', ['А', 'F']],
    ['a Cyrillic letter with Ctrl', 'я', 'KeyZ', 'ctrl', ['Mod+Я', 'Mod+Z']],
    ['a letter whose capital is two', 'ß', 'Minus', '', ['ß']],
    ['a letter with Alt', 'n', 'KeyN', 'alt', ['Alt+N']],
    ['a letter that Alt turns into a sign on a Mac', 'ƒ', 'KeyF', 'alt', ['Alt+F', 'Alt+Ƒ']],
    ['a letter that Alt makes dead on a Mac', 'Dead', 'KeyN', 'alt', ['Alt+N']],
    ['a digit', '1', 'Digit1', '', ['1']],
    ['a digit of the number pad', '1', 'Numpad1', '', ['1']],
    ['a digit with Shift on an English keyboard', '!', 'Digit1', 'shift', ['Shift+1', '!']],
    ['a digit with Shift on a German keyboard', '/', 'Digit7', 'shift', ['Shift+7', '/']],
    ['a digit with Shift on a French keyboard', '1', 'Digit1', 'shift', ['Shift+1']],
    ['a digit without Shift on a French keyboard', '&', 'Digit1', '', ['&', '1']],
    ['a digit without Shift on a Czech keyboard', 'ě', 'Digit2', '', ['Ě', '2']],
    ['a digit of the number pad with Shift', 'End', 'Numpad1', 'shift', ['Shift+1', 'Shift+End']],
    ['a bracket', '[', 'BracketLeft', '', ['[']],
    ['a bracket with AltGr on Windows', '[', 'Digit8', 'ctrl alt altgr', ['[']],
    ['a bracket with AltGr on Linux', '[', 'Digit8', 'altgr', ['[']],
    ['a bracket with Alt on a German Mac', '[', 'Digit5', 'alt', ['Alt+[', '[', 'Alt+5']],
    ['a letter with AltGr', 'f', 'KeyF', 'ctrl alt altgr', []],
    ['a Polish letter with AltGr', 'ł', 'KeyL', 'altgr', []],
    ['an arrow with AltGr', 'ArrowLeft', 'ArrowLeft', 'ctrl alt altgr', []],
    ['the option key of a Mac, which Firefox calls AltGr too', 'ø', 'KeyO', 'alt altgr', ['Alt+O', 'Alt+Ø']],
    ['a question mark, without its Shift', '?', 'Slash', 'shift', ['?']],
    ['a full stop with Shift', '>', 'Period', 'shift', ['Shift+.', '>']],
    ['a comma with Shift on a German keyboard', ';', 'Comma', 'shift', ['Shift+,', ';']],
    ['the space bar', ' ', 'Space', '', ['Space']],
    ['the plus sign', '+', 'NumpadAdd', 'ctrl', ['Mod+Plus']],
    ['arrows with all modifiers', 'ArrowLeft', 'ArrowLeft', 'ctrl alt shift', ['Mod+Alt+Shift+ArrowLeft']],
    ['a key with a name', 'F6', 'F6', 'shift', ['Shift+F6']],
    ['a modifier alone', 'Shift', 'ShiftLeft', 'shift', []],
    ['a key without a name, as autofill sends it', '', '', '', []],
  ])('is read: %s', (_, key, code, held, chords) => {
    expect(chordsOf(pressed(key, code, held))).toEqual(chords);
  });

  test('means nothing while a character is composed', () => {
    expect(chordsOf(pressed('n', 'KeyN', '', true))).toEqual([]);
  });
});

describe('a chord', () => {
  test.each(['F', '1', '?', 'Mod+Alt+Shift+ArrowLeft', 'Shift+F6', 'Mod+Plus', 'Alt+Ø', 'ß', 'F12', 'Space'])(
    'is one: %s',
    (chord) => {
      expect(isChord(chord)).toBe(true);
    },
  );

  test.each(['', 'f', 'Mod+', 'Shift+Mod+F', 'Ctrl+F', 'Mod+z', '+', 'a b', ' ', 'Mod+Mod+A', 7, null, ['F']])(
    'is none: %j',
    (value) => {
      expect(isChord(value)).toBe(false);
    },
  );

  test('tells its key and its modifiers', () => {
    expect(keyOf('Mod+Shift+ArrowLeft')).toBe('ArrowLeft');
    expect(['Mod', 'Alt', 'Shift'].map((each) => holds('Mod+Shift+F', each as 'Mod'))).toEqual([true, false, true]);
    expect(holds('Shift', 'Shift')).toBe(false);
  });

  test.each([
    ['F', true],
    ['Shift+F', true],
    ['Enter', true],
    ['Alt+F', true],
    ['F6', false],
    ['Shift+F6', false],
    ['Mod+F', false],
  ])('types something in a field: %s %s', (chord, isIt) => {
    expect(isTyped(chord)).toBe(isIt);
  });

  test.each([
    ['Mod+Shift+ArrowLeft', 'Ctrl+Shift+←'],
    ['Escape', 'Esc'],
    ['Mod+Plus', 'Ctrl++'],
    ['[', '['],
  ])('is written for people: %s as %s', (chord, text) => {
    expect(chordText(chord)).toBe(text);
  });

  test('comes in families', () => {
    expect(family(['1', '2'], ['', 'Shift+'])).toEqual(['1', 'Shift+1', '2', 'Shift+2']);
  });
});
