/**
 * Gives the focus to the next part of a screen that is marked as `data-region`, or to the one before, by the first thing in
 * it that takes the focus.
 */
export function focusRegion(screen: HTMLElement, step: 1 | -1): void {
  const regions = [...screen.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (part) => part.offsetParent !== null,
  );
  const current = regions.findIndex((part) => part.contains(document.activeElement));
  const next = regions.at((current + step) % regions.length) ?? regions[0];
  const focusable = 'button:not(:disabled), input, textarea, select, a[href], [tabindex="0"]';
  if (next?.matches(focusable)) return next.focus();
  // What is for other sizes of the window is there too, and takes no focus.
  [...(next?.querySelectorAll<HTMLElement>(focusable) ?? [])].find((part) => part.offsetParent !== null)?.focus();
}
