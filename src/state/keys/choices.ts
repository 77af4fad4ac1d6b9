import { t } from '#language/t.ts';
import { type Chord, chordText, isChord } from './chord.ts';
import { type CommandAbout } from './command.ts';

/** The keys that the user chose, by command id; a command that is not in it has its own keys. */
export type KeyChoices = ReadonlyMap<string, readonly Chord[]>;

export const NO_CHOICES: KeyChoices = new Map();

/** Reads what was stored as `[id, chords]` pairs; whatever is not of this shape is left out. */
export function readChoices(stored: unknown): KeyChoices {
  const choices = new Map<string, readonly Chord[]>();
  for (const pair of Array.isArray(stored) ? (stored as readonly unknown[]) : []) {
    if (!Array.isArray(pair)) continue;
    const [id, chords] = pair as readonly unknown[];
    if (typeof id === 'string' && Array.isArray(chords) && chords.every(isChord)) choices.set(id, chords);
  }
  return choices;
}

/**
 * The keys of every command, by id, so that no two share one, other than commands whose keys are fixed; those that are so
 * for a while only take no key from others. A choice wins over another command's own keys; one that cannot be, such as a key of the browser, is as if it had not been made.
 */
export function keysInUse(
  commands: readonly CommandAbout[],
  choices: KeyChoices,
): ReadonlyMap<string, readonly Chord[]> {
  const taken = new Set(commands.flatMap(({ fixed, keys }) => (fixed && fixed.isForWhile !== true ? keys : [])));
  const chosen = new Map<string, readonly Chord[]>();
  for (const { id, fixed } of commands) {
    const wanted = fixed ? undefined : choices.get(id);
    if (!wanted) continue;
    const free = [...new Set(wanted)].filter((chord) => !taken.has(chord) && reservedFor(chord) === undefined);
    if (free.length === 0 && wanted.length > 0) continue;
    chosen.set(id, free);
    for (const chord of free) taken.add(chord);
  }
  return new Map(
    commands.map(({ id, fixed, keys }) => {
      return [id, fixed ? keys : (chosen.get(id) ?? keys.filter((chord) => !taken.has(chord)))];
    }),
  );
}

/** Says why nobody can choose this chord, as a sentence; undefined where it can be chosen. */
export function refusalOf(commands: readonly CommandAbout[], chord: Chord): string | undefined {
  const reserved = reservedFor(chord);
  if (reserved !== undefined) return RESERVED[reserved](chordText(chord));
  const holder = commands.find(({ fixed, keys }) => fixed && fixed.isForWhile !== true && keys.includes(chord));
  return holder && t`${chordText(chord)} is always ‘${holder.name}’. Press another key.`;
}

/** The other commands that would lose a key if this one had these. */
export function holdersOf(
  commands: readonly CommandAbout[],
  choices: KeyChoices,
  id: string,
  chords: readonly Chord[],
): readonly CommandAbout[] {
  const used = keysInUse(commands, choices);
  return commands.filter((other) => other.id !== id && used.get(other.id)?.some((chord) => chords.includes(chord)));
}

/** Every command of several screens once, those of every screen last. */
export function commandsOf(scopes: readonly (readonly CommandAbout[])[]): readonly CommandAbout[] {
  const isShared = (command: CommandAbout): boolean =>
    scopes.length > 1 && scopes.every((scope) => scope.includes(command));
  const own = scopes.flatMap((scope) => scope.filter((command) => !isShared(command)));
  return [...own, ...new Set(scopes.flatMap((scope) => scope.filter(isShared)))];
}

/** The keys of every command of several screens, by id, as keysInUse gives those of one; commands of two have those of the first. */
export function keysInScopes(
  scopes: readonly (readonly CommandAbout[])[],
  choices: KeyChoices,
): ReadonlyMap<string, readonly Chord[]> {
  return new Map(scopes.toReversed().flatMap((scope) => [...keysInUse(scope, choices)]));
}

/** The commands that share a screen with this one: those that cannot have the same key. */
export function besides(scopes: readonly (readonly CommandAbout[])[], { id }: CommandAbout): readonly CommandAbout[] {
  return [...new Set(scopes.filter((scope) => scope.some((other) => other.id === id)).flat())];
}

/**
 * The choices with this chord as the only key of the command, taken from whichever had it of those `beside` it, which are
 * all of its screens.
 */
export function withKey(
  beside: readonly CommandAbout[],
  command: CommandAbout,
  choices: KeyChoices,
  chord: Chord,
): KeyChoices {
  const isOwn = command.keys.length === 1 && command.keys[0] === chord;
  return new Map([
    ...without(beside, command.id, choices, [chord]),
    ...(isOwn ? [] : [[command.id, [chord]] as const]),
  ]);
}

/** The choices after the command has its own keys again, taken from whichever had them. */
export function withOwnKeys(beside: readonly CommandAbout[], command: CommandAbout, choices: KeyChoices): KeyChoices {
  return new Map(without(beside, command.id, choices, command.keys));
}

function without(
  beside: readonly CommandAbout[],
  id: string,
  choices: KeyChoices,
  chords: readonly Chord[],
): readonly [string, readonly Chord[]][] {
  const isBeside = (other: string): boolean => beside.some((command) => command.id === other);
  return [...choices]
    .filter(([other]) => other !== id)
    .map(([other, chosen]) => [other, isBeside(other) ? chosen.filter((chord) => !chords.includes(chord)) : chosen]);
}

/** Chords that browsers or systems act on before a page can, or that nobody should lose. */
const OF_THE_BROWSER: ReadonlySet<Chord> = new Set([
  ...['W', 'T', 'N', 'Q', 'R', 'L', 'Tab', 'PageUp', 'PageDown'].flatMap((key) => [`Mod+${key}`, `Mod+Shift+${key}`]),
  ...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'Plus', '-', '=', 'H', 'M', 'F4', 'F5'].map(
    (key) => `Mod+${key}`,
  ),
  'F5',
  'F11',
  'F12',
  'Alt+F4',
  'Alt+Home',
  'Alt+D',
  'Mod+Shift+I',
  'Mod+Shift+J',
]);
const OF_FIELDS: ReadonlySet<Chord> = new Set(['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X']);
const OF_BUTTONS: ReadonlySet<Chord> = new Set(['Space', 'Shift+Space']);

const RESERVED = {
  browser: (key: string) => t`${key} belongs to the browser and may never reach Spanmark. Press another key.`,
  fields: (key: string) => t`${key} is for selecting, copying and pasting. Press another key.`,
  buttons: (key: string) => t`${key} presses buttons and scrolls. Press another key.`,
} as const;

function reservedFor(chord: Chord): keyof typeof RESERVED | undefined {
  if (OF_THE_BROWSER.has(chord)) return 'browser';
  if (OF_FIELDS.has(chord)) return 'fields';
  return OF_BUTTONS.has(chord) ? 'buttons' : undefined;
}
