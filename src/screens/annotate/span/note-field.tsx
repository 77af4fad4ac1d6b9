import { t } from '#language/t.ts';
import { type Span } from '#core/spans/span.ts';
import { useStores } from '#state/react.tsx';
import { useDraft } from '#ui/use-draft.ts';
import styles from './note-field.module.css';
import { useKeyText } from '#screens/annotate/keys/use-key-text.ts';
import { withKeyText } from '#state/keys/key-text.ts';

interface NoteFieldProps {
  readonly span: Span;
  readonly isWritable: boolean;
  readonly onReturnToText: () => void;
}

/** The note of a span. What is typed is saved while typing, and at the latest when the field is left or hidden. */
export function NoteField({ span, isWritable, onReturnToText }: NoteFieldProps) {
  const { annotate } = useStores();
  const keyText = useKeyText();
  const note = useDraft(span.note, (typed) => {
    annotate.getState().setNote(span.id, typed);
  });
  return (
    <div className={styles.note}>
      <label htmlFor="span-note">{t`Note`}</label>
      <textarea
        id="span-note"
        data-note
        rows={2}
        readOnly={!isWritable}
        placeholder={isWritable ? withKeyText(t`Why, or what is unsure`, keyText('write-note')) : ''}
        value={note.value}
        onChange={(event) => {
          note.type(event.target.value);
        }}
        onBlur={note.leave}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onReturnToText();
        }}
      />
    </div>
  );
}
