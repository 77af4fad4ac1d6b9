import { t } from '#language/t.ts';
import { ReadingFields } from '#screens/settings/reading-fields.tsx';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import styles from './reading-panel.module.css';

/**
 * The look of texts, in a corner, so that the text is seen while it changes. The rest of the page can be used all the while;
 * Esc in the panel closes it, and the focus goes back to where it was.
 */
export function ReadingPanel() {
  const { reading } = useStores();
  const panel = useRef<HTMLElement>(null);
  const headingId = useId();
  useEffect(() => {
    const before = document.activeElement;
    const element = panel.current!;
    element.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected && isInOrNowhere(element)) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);
  const close = (): void => {
    reading.getState().showPanel(false);
  };
  return (
    // It is no modal dialog: the text stays in reach.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={panel}
      role="dialog"
      aria-labelledby={headingId}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className={styles.header}>
        <h2 id={headingId}>{t`Reading`}</h2>
        <Button look="icon" aria-label={t`Close`} onClick={close}>
          <X size={18} aria-hidden="true" />
        </Button>
      </div>
      <ReadingFields />
    </section>
  );
}

/** True where the focus goes away together with the element. */
function isInOrNowhere(element: HTMLElement): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || element.contains(focused);
}
