import { keysInUse } from '#state/keys/choices.ts';
import { findCommand, isButtonKey, isInField, isTaken } from '#state/keys/find-command.ts';
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
    let used = keysInUse(COMMANDS, keys.getState().choices);
    const stop = keys.subscribe(({ choices }) => {
      used = keysInUse(COMMANDS, choices);
    });
    const press = (event: KeyboardEvent): void => {
      if (isTaken(event)) return;
      const now = latest.current();
      if (!now || (tabLeaves && event.key === 'Tab')) return;
      const found = findCommand(event, now, ANNOTATE_COMMANDS, used);
      if (isInField(event) && !found) return;
      tabLeaves = event.key === 'Escape' ? !now.state.escape() : tabLeaves && event.key === 'Shift';
      if (!found || event.key === 'Escape') return;
      if (isButtonKey(event) || found.command.run(now, found.chord) === false) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', press, true);
    return () => {
      stop();
      window.removeEventListener('keydown', press, true);
    };
  }, [keys]);
}
