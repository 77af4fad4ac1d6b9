import { t } from '#language/t.ts';
/**
 * A key with its modifiers as one string: the modifiers in the order Mod, Alt, Shift, then the key, joined by `+`. Mod is
 * Ctrl or ⌘. Letters are capital; signs are written as typed, without the Shift that makes them; other keys have the names
 * that browsers give them, the space bar is `Space` and the plus sign `Plus`.
 */
export type Chord = string;

/** What a key press tells, as a KeyboardEvent does. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly getModifierState: (name: 'AltGraph') => boolean;
}

const SHAPE = /^(?:Mod\+)?(?:Alt\+)?(?:Shift\+)?(?:[^\s+]|[A-Z][A-Za-z]+|F\d{1,2})$/u;
const NO_KEYS = new Set(['Dead', 'Unidentified', 'Process', 'Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/** Tells whether something read from the disk is a chord as `chordsOf` writes it. */
export function isChord(value: unknown): value is Chord {
  return typeof value === 'string' && SHAPE.test(value) && keyOf(value) === capital(keyOf(value));
}

/** The key of a chord, without its modifiers. */
export function keyOf(chord: Chord): string {
  return chord.slice(chord.lastIndexOf('+') + 1);
}

/** Tells whether a chord is made with this modifier. */
export function holds(chord: Chord, modifier: 'Mod' | 'Alt' | 'Shift'): boolean {
  return chord.split('+').slice(0, -1).includes(modifier);
}

/** Tells whether the chord writes something, moves or chooses in a field, rather than giving a command. */
export function isTyped(chord: Chord): boolean {
  return !holds(chord, 'Mod') && !/^F\d/.test(keyOf(chord));
}

/**
 * Every chord that a key press can stand for on this keyboard, the likeliest first; none while a character is being composed.
 * The place of a key on the keyboard counts where its sign cannot: digits under Shift or in a row of other signs, letters
 * of other scripts and those that Alt turns into signs. What AltGr makes of a key is only that sign, never a modifier.
 */
export function chordsOf(press: KeyPress): readonly Chord[] {
  const { key } = press;
  if (press.isComposing || key === '') return [];
  if (isAltGr(press)) return isSign(key) ? [nameOf(key)] : [];
  // What Alt makes of a letter on a Mac is of no use to anybody: there the place comes first.
  const isAltLetter = press.altKey && press.code.startsWith('Key');
  const readings = isAltLetter ? [byPlace, asWritten] : [underShift, asWritten, byPlace];
  return [...new Set(readings.flatMap((read) => read(press)))];
}

/** The modifiers of a press as a chord begins with them. */
function heldIn({ ctrlKey, metaKey, altKey, shiftKey }: KeyPress, withShift: boolean): string {
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${shiftKey && withShift ? 'Shift+' : ''}`;
}

/** Digits, comma and full stop, whatever Shift makes of them on this keyboard. */
function underShift(press: KeyPress): readonly Chord[] {
  const place = press.shiftKey ? (digitAt(press.code) ?? STOPS.get(press.code)) : undefined;
  return place === undefined ? [] : [heldIn(press, true) + place];
}

/** What the key writes or is called; on some keyboards a bracket is made with Alt. */
function asWritten(press: KeyPress): readonly Chord[] {
  const { key, altKey } = press;
  if (NO_KEYS.has(key)) return [];
  const written = heldIn(press, !isSign(key)) + nameOf(key);
  return isSign(key) && altKey && !press.ctrlKey && !press.metaKey ? [written, nameOf(key)] : [written];
}

/** The digit or letter that an English keyboard has there, where the key writes something else. */
function byPlace(press: KeyPress): readonly Chord[] {
  const { key, code, altKey } = press;
  const isOther = isCharacter(key) && !/^[a-z0-9]$/i.test(key);
  const digit = isOther ? digitAt(code) : undefined;
  const isLetter = (isOther && (altKey || !isSign(key))) || (altKey && key === 'Dead');
  const place = digit ?? (isLetter ? /^Key([A-Z])$/.exec(code)?.[1] : undefined);
  return place === undefined ? [] : [heldIn(press, true) + place];
}

function digitAt(code: string): string | undefined {
  return /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
}

/** With Shift these keys carry other signs, and which ones depends on the keyboard. */
const STOPS: ReadonlyMap<string, string> = new Map([
  ['Comma', ','],
  ['Period', '.'],
]);

/** Windows holds Ctrl and Alt for AltGr, Linux neither; Alt alone is the option key of a Mac. */
function isAltGr(press: KeyPress): boolean {
  return press.ctrlKey === press.altKey && press.getModifierState('AltGraph');
}

/** One character that is neither letter nor digit nor space: Shift is part of how it is typed. */
function isSign(key: string): boolean {
  return /^[^\p{L}\p{N}\s]$/u.test(key);
}

/** One code point, not the name of a key. */
function isCharacter(key: string): boolean {
  return /^.$/u.test(key);
}

function nameOf(key: string): string {
  if (key === ' ') return 'Space';
  return key === '+' ? 'Plus' : capital(key);
}

/** The capital of a single letter, where it is a single one; names of keys stay. */
function capital(key: string): string {
  const upper = key.toUpperCase();
  return isCharacter(key) && isCharacter(upper) ? upper : key;
}

const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['Mod', t`Ctrl`],
  ['Shift', t`Shift`],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['Escape', t`Esc`],
  ['Enter', t`Enter`],
  ['Plus', '+'],
]);

/** A chord as people read it: `Ctrl+Shift+←`. */
export function chordText(chord: Chord): string {
  return chord
    .split('+')
    .map((part) => WRITTEN.get(part) ?? part)
    .join('+');
}

/** The keys that a label set can give to its labels. */
export const DIGITS: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** Those that it can give to values, with Shift. */
export const LETTERS: readonly string[] = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
export const SIDEWAYS: readonly string[] = ['ArrowLeft', 'ArrowRight'];

/** Each key with each of the modifiers, which are written as in a chord, such as `Mod+Shift+` or nothing. */
export function family(keys: readonly string[], modifiers: readonly string[]): readonly Chord[] {
  return keys.flatMap((key) => modifiers.map((held) => held + key));
}
