import { lazy, Suspense } from 'react';
// Wholly a type: an import that stays would load it at once.
import type { MenuButtonProps } from './menu-button.tsx';

/** Loaded with the first menu, as the modal part of ui/dialog.tsx is. */
const MenuButton = lazy(async () => ({ default: (await import('./menu-button.tsx')).MenuButton }));

/**
 * A quiet button, on a phone an icon, that opens a list to choose one from, and things to do. Arrow keys, letters, Enter and
 * Esc work in it.
 */
export function Menu(props: MenuButtonProps) {
  return (
    <Suspense fallback={null}>
      <MenuButton {...props} />
    </Suspense>
  );
}
