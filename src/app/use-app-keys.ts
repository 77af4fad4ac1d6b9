import { COMMANDS } from '#screens/annotate/keys/commands.ts';
import { APP_COMMANDS, type AppCommandId } from '#state/keys/app-commands.ts';
import { chordsOf, isTyped } from '#state/keys/chord.ts';
import { keysInUse } from '#state/keys/choices.ts';
import { useStores } from '#state/react.tsx';
import { useEffect, useRef } from 'react';

const CHOICES = '[role="dialog"], [role="alertdialog"], [role="menu"]';
const FIELDS = 'input, textarea, select, [contenteditable]';

/** Runs the keys that there are on every screen; in a field only those that type nothing, in a dialog none. */
export function useAppKeys(run: (id: AppCommandId) => void): void {
  const { keys } = useStores();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isIn(event, CHOICES)) return;
      const used = keysInUse(COMMANDS, keys.getState().choices);
      const chords = chordsOf(event).filter((chord) => !isTyped(chord) || !isIn(event, FIELDS));
      const command = APP_COMMANDS.find(({ id }) => chords.some((chord) => used.get(id)!.includes(chord)));
      if (!command) return;
      event.preventDefault();
      latest.current(command.id);
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
    };
  }, [keys]);
}

function isIn(event: KeyboardEvent, places: string): boolean {
  return event.target instanceof Element && event.target.closest(places) !== null;
}
