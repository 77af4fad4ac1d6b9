import { t } from '#language/t.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { Plus } from 'lucide-react';
import styles from './selection-bar.module.css';
import { useKeyText } from './keys/use-key-text.ts';
import { withKeyText } from '#state/keys/key-text.ts';

/**
 * The labels beside a selection, for the pointer. Hidden from assistive technology, since it repeats the toolbar above the
 * text and comes and goes with every selection.
 */
export function SelectionBar() {
  const labels = useSession((state) => state.project.labelSet.labels);
  const hasSpan = useAnnotate((state) => state.selectedId !== undefined);
  const { annotate } = useStores();
  const keyText = useKeyText();
  return (
    <div
      className={styles.bar}
      aria-hidden="true"
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {labels.map((label) => (
        <Button
          key={label.id}
          look="quiet"
          tabIndex={-1}
          onClick={() => {
            annotate.getState().applyLabel(label.id);
          }}
        >
          <LabelMark label={label} />
          {label.name}
        </Button>
      ))}
      {hasSpan && (
        <Button
          look="quiet"
          tabIndex={-1}
          title={withKeyText(t`Add these words to the selected span`, keyText('add-fragment'))}
          onClick={() => {
            annotate.getState().addFragment();
          }}
        >
          <Plus size={15} aria-hidden="true" />
          {t`Fragment`}
        </Button>
      )}
    </div>
  );
}
