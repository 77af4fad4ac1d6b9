import { type RefObject, useEffect, useState } from 'react';

/** Who shows words that are selected. */
export interface SelectionByTouch {
  /** A finger was used last: the browser's own selection is the system's, which drags its handles, and is left alone. */
  readonly isByTouch: boolean;
  /** The finger selected them by taps, or the system put its selection away: they are shown by the overlay. */
  readonly ownsSelection: boolean;
}

/** Follows whether a finger is used, and whether the browser shows a selection in the text. */
export function useSelectionByTouch(container: RefObject<HTMLElement | null>): SelectionByTouch {
  const [isByTouch, setByTouch] = useState(false);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      setByTouch(event.pointerType === 'touch');
    };
    const type = (event: KeyboardEvent): void => {
      // A keyboard on the screen sends keys to fields, and is no sign of another one.
      if (!(event.target instanceof HTMLElement && event.target.matches('input, textarea'))) setByTouch(false);
    };
    const change = (): void => {
      const native = document.getSelection();
      setShown(native !== null && !native.isCollapsed && container.current!.contains(native.anchorNode));
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('keydown', type, true);
    document.addEventListener('selectionchange', change);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('keydown', type, true);
      document.removeEventListener('selectionchange', change);
    };
  }, [container]);
  return { isByTouch, ownsSelection: isByTouch && !isShown };
}
