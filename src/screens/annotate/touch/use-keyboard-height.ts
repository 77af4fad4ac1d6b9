import { useEffect } from 'react';

/**
 * Tells the styles of the page, as `--keyboard`, how much of the window's foot the keyboard on the screen covers. Browsers
 * that make the page smaller instead, as index.html asks them to, leave nothing to tell.
 */
export function useKeyboardHeight(): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return undefined;
    const { style } = document.documentElement;
    const tell = (): void => {
      // Zoomed in by two fingers the window is smaller as well.
      const height = view.scale > 1.05 ? 0 : innerHeight - view.height - view.offsetTop;
      style.setProperty('--keyboard', `${Math.max(0, Math.round(height))}px`);
    };
    tell();
    view.addEventListener('resize', tell);
    view.addEventListener('scroll', tell);
    return () => {
      view.removeEventListener('resize', tell);
      view.removeEventListener('scroll', tell);
      style.removeProperty('--keyboard');
    };
  }, []);
}
