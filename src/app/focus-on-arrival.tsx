import { useEffect, useRef } from 'react';
import { type Route } from './route.ts';

/** Screens that take the focus themselves. */
const TAKE_FOCUS: ReadonlySet<Route['screen']> = new Set(['annotate', 'search']);

/**
 * After a step to another screen the focus goes to its content, but where the screen takes it itself. It stands beside the
 * screen, so that it waits for one that is still being loaded.
 */
export function FocusOnArrival({ screen }: { readonly screen: Route['screen'] }) {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      if (!TAKE_FOCUS.has(screen)) document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [screen]);
  return null;
}
