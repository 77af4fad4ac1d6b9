import { t } from '#language/t.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { type FormEvent, useState } from 'react';
import styles from './settings-screen.module.css';

interface RenameFormProps {
  readonly label: string;
  readonly name: string;
  readonly onRename: (name: string) => Promise<void>;
}

/** A name with a button that stores it; the button is off while nothing has changed. */
export function RenameForm({ label, name, onRename }: RenameFormProps) {
  const [draft, setDraft] = useState(name);
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    void onRename(draft);
  };
  return (
    <form className={styles.row} onSubmit={rename}>
      <TextField
        label={label}
        maxLength={200}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
      />
      <Button type="submit" disabled={draft.trim() === '' || draft.trim() === name}>{t`Rename`}</Button>
    </form>
  );
}
