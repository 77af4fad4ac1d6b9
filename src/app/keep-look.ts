import { type Look } from '#state/reading/look.ts';
import { type ReadingStore } from '#state/reading/reading-store.ts';

/** Where public/look.js finds the theme before anything is drawn. */
const KEY = 'spanmark-theme';

/** Draws the page as the store has it, from now on and after every change of it or of what the system wishes. */
export function keepLook(reading: ReadingStore): void {
  const wishesContrast = matchMedia('(prefers-contrast: more)');
  const show = (): void => {
    const { look } = reading.getState();
    showLook(look, wishesContrast.matches);
    try {
      localStorage.setItem(KEY, look.theme);
    } catch {
      // Only the first moment of the next visit looks different.
    }
  };
  reading.subscribe((state, before) => {
    if (state.look !== before.look) show();
  });
  wishesContrast.addEventListener('change', show);
  show();
}

function showLook({ theme, font, size, lines, width }: Look, wishesContrast: boolean): void {
  const { dataset, style } = document.documentElement;
  dataset['theme'] = theme;
  dataset['font'] = font;
  document.documentElement.toggleAttribute('data-more-contrast', theme === 'system' && wishesContrast);
  style.setProperty('--text-size', `${size}px`);
  style.setProperty('--text-lines', String(lines));
  style.setProperty('--text-width', String(width));
  // Its files are fetched where a letter of them is drawn. Without them the text is in the system's sans.
  if (font === 'lexend') void import('@fontsource-variable/lexend/index.css').catch(() => undefined);
}
