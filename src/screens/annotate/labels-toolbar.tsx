import { t } from '#language/t.ts';
import { type Label } from '#core/labels/label-set.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { Check, ListTree, Redo2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { KeyHint } from './key-hint.tsx';
import styles from './labels-toolbar.module.css';
import { useKeyText } from './keys/use-key-text.ts';
import { withKeyText } from '#state/keys/key-text.ts';
import { AT_FOOT, useFootHeight } from './foot.ts';
import { useMedia } from '#ui/use-media.ts';

/** Only small and touch screens have it. */
const InUse = lazy(async () => ({ default: (await import('./touch/in-use.tsx')).InUse }));

interface LabelsToolbarProps {
  readonly isPanelOpen: boolean;
  readonly onTogglePanel: () => void;
}

/**
 * The labels as buttons with their keys, undo and redo, and how far the work is. Stays in sight while scrolling: above the
 * text, or within reach of the thumbs at the foot of small and touch screens.
 */
export function LabelsToolbar({ isPanelOpen, onTogglePanel }: LabelsToolbarProps) {
  const labels = useSession((state) => state.project.labelSet.labels);
  const isWritable = useAnnotate((state) => state.permission === 'write');
  const isAtFoot = useMedia(AT_FOOT);
  const bar = useRef<HTMLDivElement>(null);
  useFootHeight(bar);
  return (
    <div ref={bar} className={styles.bar} data-region="labels" data-foot={isAtFoot ? '' : undefined}>
      <div className={styles.row}>
        <div role="toolbar" aria-label={t`Labels`} className={styles.labels}>
          {labels.map((label) => (
            <LabelButton key={label.id} label={label} isWritable={isWritable} />
          ))}
        </div>
        <div className={styles.work}>
          <HistoryButtons isWritable={isWritable} />
          <DoneButton isWritable={isWritable} />
          <Button
            look="icon"
            className={styles.panelButton}
            aria-label={t`Show spans`}
            aria-expanded={isPanelOpen}
            onClick={onTogglePanel}
          >
            <ListTree size={18} aria-hidden="true" />
          </Button>
        </div>
      </div>
      {isAtFoot ? (
        <div className={styles.inUse}>
          <Suspense fallback={null}>
            <InUse isPanelOpen={isPanelOpen} onTogglePanel={onTogglePanel} />
          </Suspense>
        </div>
      ) : (
        <KeyHint />
      )}
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
      title={isArmed ? `${label.description} ${t`Armed: every selection is tagged.`}` : label.description}
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
      <span className={styles.name}>{label.name}</span>
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
        aria-label={t`Undo`}
        title={withKeyText(t`Undo`, keyText('undo'))}
        disabled={!isWritable || !canUndo}
        onClick={() => {
          void annotate.getState().undo();
        }}
      >
        <Undo2 size={18} aria-hidden="true" />
      </Button>
      <Button
        look="icon"
        className={styles.redo}
        aria-label={t`Redo`}
        title={withKeyText(t`Redo`, keyText('redo'))}
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
  const words = key === '' ? t`Mark as done` : t`Mark as done (${key} marks it and opens the next article)`;
  return (
    <Button
      className={isDone ? styles.done : undefined}
      disabled={!isWritable}
      aria-label={isDone ? t`Done: mark as in progress` : t`Mark as done`}
      title={isDone ? t`Mark as in progress again` : words}
      onClick={() => {
        annotate.getState().setStatus(isDone ? 'in-progress' : 'done');
      }}
    >
      <Check size={16} aria-hidden="true" />
      <span className={styles.doneText}>{isDone ? t`Done` : t`Mark as done`}</span>
    </Button>
  );
}
