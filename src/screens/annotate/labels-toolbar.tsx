import { type Label } from '#core/labels/label-set.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { Check, ListTree, Redo2, Undo2 } from 'lucide-react';
import { KeyHint } from './key-hint.tsx';
import styles from './labels-toolbar.module.css';
import { useKeyText, withKeyText } from './keys/use-key-text.ts';

/** The labels as buttons with their keys, undo and redo, and how far the work is. Stays in sight while scrolling. */
export function LabelsToolbar({ onTogglePanel }: { readonly onTogglePanel: () => void }) {
  const labels = useSession((state) => state.project.labelSet.labels);
  const isWritable = useAnnotate((state) => state.permission === 'write');
  return (
    <div className={styles.bar} data-region="labels">
      <div className={styles.row}>
        <div role="toolbar" aria-label="Labels" className={styles.labels}>
          {labels.map((label) => (
            <LabelButton key={label.id} label={label} isWritable={isWritable} />
          ))}
        </div>
        <div className={styles.work}>
          <HistoryButtons isWritable={isWritable} />
          <DoneButton isWritable={isWritable} />
          <Button look="icon" className={styles.panelButton} aria-label="Show spans" onClick={onTogglePanel}>
            <ListTree size={18} aria-hidden="true" />
          </Button>
        </div>
      </div>
      <KeyHint />
    </div>
  );
}

interface LabelButtonProps {
  readonly label: Label;
  readonly isWritable: boolean;
}

function LabelButton({ label, isWritable }: LabelButtonProps) {
  const { annotate } = useStores();
  const isArmed = useAnnotate((state) => state.armed === label.id);
  return (
    <Button
      className={isArmed ? styles.armed : undefined}
      aria-label={label.name}
      aria-keyshortcuts={label.key || undefined}
      aria-pressed={isArmed}
      title={`${label.description}${isArmed ? ' Armed: every selection is tagged.' : ''}`}
      disabled={!isWritable}
      // The selection in the text must outlive the press of a button.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={(event) => {
        if (event.shiftKey) annotate.getState().arm(label.id);
        else annotate.getState().applyLabel(label.id);
      }}
    >
      <LabelMark label={label} />
      {label.name}
      {label.key && <kbd aria-hidden="true">{label.key}</kbd>}
    </Button>
  );
}

function HistoryButtons({ isWritable }: { readonly isWritable: boolean }) {
  const { annotate } = useStores();
  const canUndo = useAnnotate((state) => state.history.done.length > 0);
  const canRedo = useAnnotate((state) => state.history.undone.length > 0);
  const keyText = useKeyText();
  return (
    <>
      <Button
        look="icon"
        aria-label="Undo"
        title={withKeyText('Undo', keyText('undo'))}
        disabled={!isWritable || !canUndo}
        onClick={() => {
          void annotate.getState().undo();
        }}
      >
        <Undo2 size={18} aria-hidden="true" />
      </Button>
      <Button
        look="icon"
        aria-label="Redo"
        title={withKeyText('Redo', keyText('redo'))}
        disabled={!isWritable || !canRedo}
        onClick={() => {
          void annotate.getState().redo();
        }}
      >
        <Redo2 size={18} aria-hidden="true" />
      </Button>
    </>
  );
}

function DoneButton({ isWritable }: { readonly isWritable: boolean }) {
  const { annotate } = useStores();
  const isDone = useAnnotate((state) => state.layer.status === 'done');
  const key = useKeyText()('finish');
  const more = key === '' ? '' : `${key} marks it and opens the next article`;
  return (
    <Button
      className={isDone ? styles.done : undefined}
      disabled={!isWritable}
      aria-label={isDone ? 'Done: mark as in progress' : 'Mark as done'}
      title={isDone ? 'Mark as in progress again' : withKeyText('Mark as done', more)}
      onClick={() => {
        annotate.getState().setStatus(isDone ? 'in-progress' : 'done');
      }}
    >
      <Check size={16} aria-hidden="true" />
      <span className={styles.doneText}>{isDone ? 'Done' : 'Mark as done'}</span>
    </Button>
  );
}
