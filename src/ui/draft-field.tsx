import { useId, useState } from 'react';
import styles from './draft-field.module.css';

interface DraftFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly maxLength: number;
  /** A name must not be empty: emptied, it comes back. */
  readonly isName?: boolean;
  /** What is not accepted brings back what was there. */
  readonly accepts?: (value: string) => boolean;
  readonly isLong?: boolean;
  readonly isLabelHidden?: boolean;
  readonly isFresh?: boolean;
}

/** A text that is saved when the field is left or Enter is pressed; Esc brings back what was there. */
export function DraftField({
  label,
  value,
  onCommit,
  maxLength,
  isName,
  accepts,
  isLong,
  isLabelHidden,
  isFresh,
}: DraftFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const [saved, setSaved] = useState(value);
  // What is saved elsewhere, by an undo for example, takes the place of the draft.
  if (saved !== value) {
    setSaved(value);
    setDraft(value);
  }
  const commit = (): void => {
    const next = draft.trim();
    if (next === value || (isName && next === '') || accepts?.(next) === false) setDraft(value);
    else onCommit(next);
  };
  const field = {
    id,
    className: styles.control,
    value: draft,
    maxLength,
    dir: 'auto',
    // Something new is named first.
    autoFocus: isFresh,
    onBlur: commit,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setDraft(event.target.value);
    },
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {isLong ? (
        <textarea {...field} rows={2} />
      ) : (
        <input
          {...field}
          onFocus={(event) => {
            if (isFresh) event.target.select();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape') setDraft(value);
          }}
        />
      )}
    </div>
  );
}
