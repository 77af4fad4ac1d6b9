import { t } from '#language/t.ts';
import { useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/field.tsx';
import { type FormEvent, useState } from 'react';
import styles from './name-dialog.module.css';

/** Asks once who annotates, when an article is opened for the first time. Can be left for later. */
export function NameDialog() {
  const { session } = useStores();
  const isAsked = useSession((state) => state.nameAsked);
  const [name, setName] = useState('');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void session.getState().nameAnnotator(name);
  };
  const skip = (): void => {
    void session.getState().skipName();
  };
  return (
    <Dialog title={t`Who is annotating?`} isOpen={!isAsked} onClose={skip}>
      <form onSubmit={save} className={styles.form}>
        <p>{t`Your name goes into the files you export, so that others can tell your annotations from theirs. It stays in this browser until then, and you can change it in Settings.`}</p>
        <TextField
          label={t`Your name`}
          // A dialog's first field is where the focus belongs.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <div className={styles.actions}>
          <Button onClick={skip}>{t`Later`}</Button>
          <Button type="submit" look="primary" disabled={name.trim() === ''}>{t`Start annotating`}</Button>
        </div>
      </form>
    </Dialog>
  );
}
