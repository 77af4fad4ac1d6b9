import { type Chord, chordsOf, isTyped } from '#state/keys/chord.ts';
import { keysInUse } from '#state/keys/choices.ts';
import { useStores } from '#state/react.tsx';
import { useEffect, useRef } from 'react';
import { ANNOTATE_COMMANDS, COMMANDS } from './commands.ts';
import { type KeyCommand, type KeyContext } from './key-command.ts';

/** Where keys mean text, and where they mean a choice: there they are left alone. */
const FIELDS = 'input, textarea, select, [contenteditable]';
const CHOICES = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [aria-haspopup]';

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
      if (event.defaultPrevented || event.isComposing || isIn(event, CHOICES)) return;
      const now = latest.current();
      if (!now || (tabLeaves && event.key === 'Tab')) return;
      const isInField = isIn(event, FIELDS);
      const found = findCommand(event, now, used, isInField);
      if (isInField && !found) return;
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

interface Found {
  readonly command: KeyCommand;
  readonly chord: Chord;
}

/** The first command that takes the key now; the likeliest reading of the key comes before the others. */
function findCommand(
  event: KeyboardEvent,
  context: KeyContext,
  used: ReadonlyMap<string, readonly Chord[]>,
  isInField: boolean,
): Found | undefined {
  for (const chord of chordsOf(event)) {
    const command = ANNOTATE_COMMANDS.find(
      ({ id, inText = false, inFields = false, when }) =>
        used.get(id)!.includes(chord) &&
        (!isInField || (inFields && !isTyped(chord))) &&
        (!inText || context.view.hasFocus()) &&
        (when?.(context, chord) ?? true),
    );
    if (command) return { command, chord };
  }
  return undefined;
}

function isIn(event: KeyboardEvent, places: string): boolean {
  return event.target instanceof Element && event.target.closest(places) !== null;
}

/** Enter and the space bar on a focused button or link belong to it. */
function isButtonKey(event: KeyboardEvent): boolean {
  const isPress = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey;
  return isPress && isIn(event, 'button, a[href], summary');
}
