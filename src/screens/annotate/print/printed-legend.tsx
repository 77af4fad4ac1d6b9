import { tNodes } from '#ui/t-nodes.tsx';
import { nameOf } from '#state/session-store.ts';
import { useAnnotate, useSession } from '#state/react.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import styles from './printed.module.css';
import { usePrinting } from '#ui/use-printing.ts';

/** On paper, before the text: who annotated it, and what each label looks like. */
export function PrintedLegend() {
  const isPrinting = usePrinting();
  return isPrinting && <Legend />;
}

function Legend() {
  const labels = useSession((state) => state.project.labelSet.labels);
  const annotators = useSession((state) => state.annotators);
  const annotatorId = useAnnotate((state) => state.layer.annotatorId);
  return (
    <div className={styles.legend}>
      <p>{tNodes`Annotated by ${<bdi>{nameOf(annotators, annotatorId)}</bdi>}`}</p>
      <ul>
        {labels.map((label) => (
          <li key={label.id}>
            <LabelMark label={label} />
            <bdi>{label.name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
