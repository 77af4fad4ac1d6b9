import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * For a button that stands where another one was: takes the focus where that one had it, leaves it alone where it is elsewhere
 * by now, and says that this is done. Without `onTaken` it does nothing, so that a row that scrolls into the page takes nothing.
 */
export function useLostFocus(onTaken: (() => void) | undefined): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!onTaken) return;
    if (document.activeElement === document.body) button.current?.focus();
    onTaken();
  }, [onTaken]);
  return button;
}
