import { lazy, Suspense } from 'react';
// Wholly a type: an import that stays would load it at once.
import type { ModalDialogProps } from './modal-dialog.tsx';

/** Loaded with the first dialog: what makes a dialog modal is large, and the way to the first article needs none. */
const ModalDialog = lazy(async () => ({ default: (await import('./modal-dialog.tsx')).ModalDialog }));

interface DialogProps extends ModalDialogProps {
  readonly isOpen: boolean;
}

/** A modal dialog with a heading and a close button; Esc and a click outside close it, and the focus goes back. */
export function Dialog({ isOpen, ...props }: DialogProps) {
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <ModalDialog {...props} />
    </Suspense>
  );
}
