import { type RefObject, useEffect } from 'react';
import { type Route } from './route.ts';

/** Screens that take the focus themselves. */
const TAKE_FOCUS: ReadonlySet<Route['screen']> = new Set(['annotate', 'search']);

/** The part of the review screen that is one article. */
const REVIEWED = 'reviewed article';

interface FocusOnArrivalProps {
  readonly route: Route;
  /** How many screens were shown so far. */
  readonly arrivalsRef: RefObject<number>;
}

/**
 * After a step to another screen the focus goes to its content, but where the screen takes it itself. It stands beside the
 * screen, so that it waits for one that is still being loaded.
 */
export function FocusOnArrival({ route, arrivalsRef }: FocusOnArrivalProps) {
  const { screen } = route;
  const part = partOf(route);
  useEffect(() => {
    const main = document.querySelector<HTMLElement>('#main');
    // An address may name a part of the screen, which has brought itself into sight by now.
    const hasFocus = main !== document.activeElement && main?.contains(document.activeElement) === true;
    if (arrivalsRef.current > 0 && !hasFocus) {
      scrollTo(0, 0);
      // An article under review takes it for its text as well, once the annotator has a name.
      if (!TAKE_FOCUS.has(screen) && part !== REVIEWED) main?.focus({ preventScroll: true });
    }
    arrivalsRef.current += 1;
  }, [screen, part, arrivalsRef]);
  return null;
}

/** What makes two addresses of the same screen two places: a list and an article out of it. */
function partOf(route: Route): string {
  if (route.screen === 'feedback') return route.articleId ?? '';
  // From one article to the next the screen stays, and keeps the focus in the text.
  return route.screen === 'review' && route.articleId !== undefined ? REVIEWED : '';
}
