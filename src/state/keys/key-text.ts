import { chordText } from './chord.ts';
import { type KeyChoices, keysInUse } from './choices.ts';
import { type CommandAbout } from './command.ts';

/** Gives the first key of one of these commands as people read it, as the user chose it; empty where it has none. */
export function keyTextIn(commands: readonly CommandAbout[], choices: KeyChoices): (id: string) => string {
  const used = keysInUse(commands, choices);
  return (id) => {
    const keys = used.get(id);
    if (!keys) throw new RangeError(`there is no command “${id}”`);
    return keys[0] === undefined ? '' : chordText(keys[0]);
  };
}

/** Words with the key behind them, `Undo (Ctrl+Z)`; the words alone where there is no key. */
export function withKeyText(words: string, key: string): string {
  return key === '' ? words : `${words} (${key})`;
}
