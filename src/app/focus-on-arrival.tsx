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
    const main = document.querySelector<HTMLElement>('#main');
    // An address may name a part of the screen, which has brought itself into sight by now.
    const hasFocus = main !== document.activeElement && main?.contains(document.activeElement) === true;
    if (arrivalsRef.current > 0 && !hasFocus) {
      scrollTo(0, 0);
      if (!TAKE_FOCUS.has(screen)) main?.focus({ preventScroll: true });
    }
    arrivalsRef.current += 1;
  }, [screen, arrivalsRef]);
  return null;
}
