import { type RefObject, useEffect } from 'react';

/** Where the labels stand at the foot of the window; labels-toolbar.module.css says it as well. */
export const AT_FOOT = '(max-width: 640px), (pointer: coarse)';

/** Tells the styles of the page, as `--foot`, how high the bar at the foot of the window is: nothing where it is elsewhere. */
export function useFootHeight(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty('--foot', `${bar.current && isFixed(bar.current) ? bar.current.offsetHeight : 0}px`);
    });
    observer.observe(bar.current!);
    return () => {
      observer.disconnect();
      style.removeProperty('--foot');
    };
  }, [bar]);
}

/** How many pixels of the window's foot are covered by the labels, the sheet or the choice of a link. */
export function coveredAtFoot(): number {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-foot], [data-sheet]')];
  return Math.max(0, ...parts.filter(isOverText).map((part) => innerHeight - part.getBoundingClientRect().top));
}

/** Beside the text, as in landscape, a sheet covers none of it. */
function isOverText(part: HTMLElement): boolean {
  const { left, right } = part.getBoundingClientRect();
  return left < innerWidth / 2 && innerWidth / 2 < right;
}

function isFixed(element: HTMLElement): boolean {
  return getComputedStyle(element).position === 'fixed';
}
