import { type Span } from '#core/spans/span.ts';
import { useStores } from '#state/react.tsx';
import { useDraft } from '#ui/use-draft.ts';
import styles from './note-field.module.css';
import { useKeyText, withKeyText } from '#screens/annotate/keys/use-key-text.ts';

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
      <label htmlFor="span-note">Note</label>
      <textarea
        id="span-note"
        data-note
        rows={2}
        readOnly={!isWritable}
        placeholder={isWritable ? withKeyText('Why, or what is unsure', keyText('write-note')) : ''}
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
