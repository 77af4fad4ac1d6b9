import { type Span } from '#core/spans/span.ts';
import { useStores } from '#state/react.tsx';
import { useEffect, useRef, useState } from 'react';
import styles from './note-field.module.css';
import { useKeyText, withKeyText } from '#screens/annotate/keys/use-key-text.ts';

interface NoteFieldProps {
  readonly span: Span;
  readonly isWritable: boolean;
  readonly onReturnToText: () => void;
}

/** A note is saved so long after a key, however fast the next ones come, in milliseconds. */
const SAVE_AFTER_MS = 300;

/** The note of a span. What is typed is saved while typing, and at the latest when the field is left or hidden. */
export function NoteField({ span, isWritable, onReturnToText }: NoteFieldProps) {
  const { annotate } = useStores();
  const keyText = useKeyText();
  const [draft, setDraft] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string>(undefined);

  const save = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (unsaved.current !== undefined) annotate.getState().setNote(span.id, unsaved.current);
    unsaved.current = undefined;
  };
  const saveNow = useRef(save);
  useEffect(() => {
    saveNow.current = save;
  });
  useEffect(() => {
    const hide = (): void => {
      saveNow.current();
    };
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', hide);
      saveNow.current();
    };
  }, []);

  return (
    <div className={styles.note}>
      <label htmlFor="span-note">Note</label>
      <textarea
        id="span-note"
        data-note
        rows={2}
        readOnly={!isWritable}
        placeholder={isWritable ? withKeyText('Why, or what is unsure', keyText('write-note')) : ''}
        value={draft ?? span.note}
        onChange={(event) => {
          setDraft(event.target.value);
          unsaved.current = event.target.value;
          timer.current ??= setTimeout(() => {
            saveNow.current();
          }, SAVE_AFTER_MS);
        }}
        onBlur={() => {
          save();
          setDraft(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onReturnToText();
        }}
      />
    </div>
  );
}
