import { type Chord } from './chord.ts';
import { keysInUse } from './choices.ts';
import { type CommandAbout } from './command.ts';
import { isTaken } from './find-command.ts';
import { type KeysStore } from './keys-store.ts';

/**
 * Hears keys before anything else on the page does, wherever the focus is, other than in dialogs, until the function that it
 * gives back is called. `press` has the keys in use of the commands, and gives back true where it has taken the key.
 */
export function listenToKeys(
  keys: KeysStore,
  commands: readonly CommandAbout[],
  press: (event: KeyboardEvent, used: ReadonlyMap<string, readonly Chord[]>) => boolean,
): () => void {
  let used = keysInUse(commands, keys.getState().choices);
  const stop = keys.subscribe(({ choices }) => {
    used = keysInUse(commands, choices);
  });
  const hear = (event: KeyboardEvent): void => {
    if (isTaken(event) || !press(event, used)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', hear, true);
  return () => {
    stop();
    window.removeEventListener('keydown', hear, true);
  };
}
