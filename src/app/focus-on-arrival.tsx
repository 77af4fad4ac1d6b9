import { type RefObject, useEffect } from 'react';
import { type Route } from './route.ts';

/** Screens that take the focus themselves. */
const TAKE_FOCUS: ReadonlySet<Route['screen']> = new Set(['annotate', 'search']);

interface FocusOnArrivalProps {
  readonly screen: Route['screen'];
  /** How many screens were shown so far. */
  readonly arrivalsRef: RefObject<number>;
}

/**
 * After a step to another screen the focus goes to its content, but where the screen takes it itself. It stands beside the
 * screen, so that it waits for one that is still being loaded.
 */
export function FocusOnArrival({ screen, arrivalsRef }: FocusOnArrivalProps) {
  useEffect(() => {
    if (arrivalsRef.current > 0) {
      scrollTo(0, 0);
      if (!TAKE_FOCUS.has(screen)) document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
    }
    arrivalsRef.current += 1;
  }, [screen, arrivalsRef]);
  return null;
}
