import { findCommand, isButtonKey, isInField } from '#state/keys/find-command.ts';
import { listenToKeys } from '#state/keys/listen-to-keys.ts';
import { useStores } from '#state/react.tsx';
import { useEffect, useRef } from 'react';
import { ANNOTATE_COMMANDS, COMMANDS } from './commands.ts';
import { type KeyContext } from './key-command.ts';

/**
 * Runs the annotate screen's keys wherever the focus is, other than in fields and dialogs. `context` is asked for at each
 * key. After Esc found nothing to put down, the next Tab is left to the browser, so that the text is no trap.
 */
export function useKeys(context: () => KeyContext | undefined): void {
  const { keys } = useStores();
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(() => {
    let tabLeaves = false;
    return listenToKeys(keys, COMMANDS, (event, used) => {
      const now = latest.current();
      if (!now || (tabLeaves && event.key === 'Tab')) return false;
      const found = findCommand(event, now, ANNOTATE_COMMANDS, used);
      if (isInField(event) && !found) return false;
      tabLeaves = event.key === 'Escape' ? !now.state.escape() : tabLeaves && event.key === 'Shift';
      if (!found || event.key === 'Escape' || isButtonKey(event)) return false;
      return found.command.run(now, found.chord) !== false;
    });
  }, [keys]);
}
