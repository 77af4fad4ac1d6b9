import { useEffect, useRef } from 'react';
import { CARET_KEYS } from './caret-keys.ts';
import { type KeyCommand, type KeyContext } from './key-command.ts';
import { SPAN_KEYS, WORK_KEYS } from './span-keys.ts';

/** Every key of the annotate screen, in the order in which they are tried. */
export const ANNOTATE_KEYS: readonly KeyCommand[] = [...SPAN_KEYS, ...CARET_KEYS, ...WORK_KEYS];

/** Where keys mean text or a choice, they are left alone. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"], [aria-haspopup]';

/**
 * Runs the annotate screen's keys wherever the focus is, other than in fields and dialogs. `context` is asked for at each
 * key. After Esc found nothing to put down, the next Tab is left to the browser, so that the text is no trap.
 */
export function useKeys(context: () => KeyContext | undefined): void {
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(() => {
    let tabLeaves = false;
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || event.isComposing) return;
      if (target instanceof Element && target.closest(OWN_KEYS) && event.key !== 'F6') return;
      const now = latest.current();
      if (!now || (tabLeaves && event.key === 'Tab')) return;
      const command = ANNOTATE_KEYS.find(({ matches }) => matches(event, now));
      tabLeaves = event.key === 'Escape' ? !now.state.escape() : tabLeaves && event.key === 'Shift';
      if (!command || event.key === 'Escape') return;
      if (isButtonKey(event) || command.run(event, now) === false) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', press, true);
    return () => {
      window.removeEventListener('keydown', press, true);
    };
  }, []);
}

/** Enter and Backspace on a focused button or link belong to it. */
function isButtonKey(event: KeyboardEvent): boolean {
  const isOnControl = event.target instanceof Element && event.target.closest('button, a[href]') !== null;
  return isOnControl && event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
}
