/** Tells a section to paint its spans, or to let them go. */
type Paint = (isPainted: boolean) => void;

/** Watches which sections are near the viewport. */
export interface NearViewport {
  readonly add: (section: Element, isPainted: boolean, paint: Paint) => void;
  /** Ends watching. */
  readonly stop: () => void;
}

interface Watched {
  readonly paint: Paint;
  isPainted: boolean;
  /** Undefined until the browser has told for the first time. */
  isNear: boolean | undefined;
  /** True where the section came into sight by a jump while the page had not the focus. */
  isJumpedTo: boolean;
}

/** What the user does in the page, other than in the browser's own search bar. */
const SIGNS_OF_USE = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focus'] as const;

/**
 * Tells each section when it comes near the viewport or is printed, and when it is far. A section is left as it is while the
 * live selection or a match of the browser's own search may stand in its text nodes, which painting would replace.
 */
export function watchNearViewport(): NearViewport {
  const sections = new Map<Element, Watched>();
  /** Those that are painted and far, or near and not painted. */
  const waiting = new Set<Element>();

  const settle = (): void => {
    for (const element of waiting) {
      const section = sections.get(element)!;
      if (section.isJumpedTo || holdsSelection(element)) continue;
      waiting.delete(element);
      section.isPainted = section.isNear === true;
      section.paint(section.isPainted);
    }
  };
  const use = (): void => {
    for (const element of waiting) sections.get(element)!.isJumpedTo = false;
    settle();
  };
  const observe = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const section = sections.get(target);
      if (!section) continue;
      const isJump = section.isNear === false && isIntersecting && isInSight(boundingClientRect);
      section.isJumpedTo = isJump && !document.hasFocus();
      section.isNear = isIntersecting;
      if (section.isNear === section.isPainted) waiting.delete(target);
      else waiting.add(target);
    }
    settle();
  };
  const print = (): void => {
    for (const { paint } of sections.values()) paint(true);
  };
  const endPrinting = (): void => {
    for (const { paint, isPainted } of sections.values()) paint(isPainted);
  };

  // Without a root the margin does not count where the app is shown in a frame.
  const observer = new IntersectionObserver(observe, { root: document, rootMargin: '800px 0px' });
  document.addEventListener('selectionchange', settle);
  for (const sign of SIGNS_OF_USE) addEventListener(sign, use, { passive: true, capture: true });
  // Before all who number or list what is painted.
  addEventListener('beforeprint', print, { capture: true });
  addEventListener('afterprint', endPrinting);

  return {
    add: (section, isPainted, paint) => {
      sections.set(section, { paint, isPainted, isNear: undefined, isJumpedTo: false });
      observer.observe(section);
    },
    stop: () => {
      observer.disconnect();
      document.removeEventListener('selectionchange', settle);
      for (const sign of SIGNS_OF_USE) removeEventListener(sign, use, { capture: true });
      removeEventListener('beforeprint', print, { capture: true });
      removeEventListener('afterprint', endPrinting);
    },
  };
}

/** By scrolling a section comes near the viewport before it is in it; by a jump it is in it at once. */
function isInSight({ top, bottom }: DOMRectReadOnly): boolean {
  return bottom > 0 && top < innerHeight;
}

/** True where words of the element are selected. */
export function holdsSelection(element: Element): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
}
