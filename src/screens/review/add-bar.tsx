import { t } from '#language/t.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { Button } from '#ui/button.tsx';
import styles from './add-bar.module.css';

/** Beside a selection: the labels that put it into gold although nobody has marked it. */
export function AddBar() {
  const { review } = useLaterStores();
  const labels = useSession((state) => state.project.labelSet.labels);
  const isEditing = useReview((state) => state.draft !== undefined);
  if (isEditing) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t`Add to gold`}>
      {labels.map((label) => (
        <Button
          key={label.id}
          look="quiet"
          aria-label={t`Add to gold as ${label.name}`}
          onClick={() => {
            review.getState().add(label.id);
          }}
        >
          <LabelMark label={label} />
          {label.name}
          {label.key !== '' && <kbd aria-hidden="true">{label.key}</kbd>}
        </Button>
      ))}
    </div>
  );
}
