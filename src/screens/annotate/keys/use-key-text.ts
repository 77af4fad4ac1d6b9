import { keyTextIn } from '#state/keys/key-text.ts';
import { useChosenKeys } from '#state/react.tsx';
import { COMMANDS } from './commands.ts';

/** Gives the first key of a command as people read it, as the user chose it; empty where it has none. */
export function useKeyText(): (id: string) => string {
  return keyTextIn(
    COMMANDS,
    useChosenKeys(({ choices }) => choices),
  );
}
