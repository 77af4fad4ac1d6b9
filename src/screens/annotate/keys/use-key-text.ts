import { useChosenKeys } from '#state/react.tsx';
import { chordText } from '#state/keys/chord.ts';
import { type KeyChoices, keysInUse } from '#state/keys/choices.ts';
import { COMMANDS } from './commands.ts';

/** Gives the first key of a command as people read it, as the user chose it; empty where it has none. */
export function useKeyText(): (id: string) => string {
  return keyTextIn(useChosenKeys(({ choices }) => choices));
}

/** Words with the key behind them, `Undo (Ctrl+Z)`; the words alone where there is no key. */
export function withKeyText(words: string, key: string): string {
  return key === '' ? words : `${words} (${key})`;
}

function keyTextIn(choices: KeyChoices): (id: string) => string {
  const used = keysInUse(COMMANDS, choices);
  return (id) => {
    const keys = used.get(id);
    if (!keys) throw new RangeError(`there is no command “${id}”`);
    return keys[0] === undefined ? '' : chordText(keys[0]);
  };
}
