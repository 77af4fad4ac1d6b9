/** Takes the focus where what had it is gone, and leaves it alone where it is elsewhere; to be given as a ref. */
export function takeLostFocus(element: HTMLElement | null): void {
  if (element && document.activeElement === document.body) element.focus();
}
