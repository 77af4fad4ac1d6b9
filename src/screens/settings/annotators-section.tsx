import { t } from '#language/t.ts';
import { useSession, useStores } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { Button } from '#ui/button.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { type FormEvent, useState } from 'react';
import { RenameForm } from './rename-form.tsx';
import styles from './settings-screen.module.css';

/** The name that goes into exports, and who else annotates in this browser. */
export function AnnotatorsSection() {
  const { session } = useStores();
  const annotators = useSession((state) => state.annotators);
  const annotatorId = useSession((state) => state.annotatorId);
  const [fresh, setFresh] = useState('');
  const name = nameOf(annotators, annotatorId);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setFresh('');
    // Two people of one name could not be told apart: whoever is known is switched to.
    const known = annotators.find((annotator) => annotator.name === fresh.trim());
    void (known ? session.getState().annotateAs(known.id) : session.getState().addAnnotator(fresh));
  };
  return (
    <section aria-labelledby="annotators-heading">
      <h2 id="annotators-heading">{t`Annotator`}</h2>
      <RenameForm
        key={`${annotatorId} ${name}`}
        label={t`Your name`}
        name={name}
        onRename={(next) => session.getState().nameAnnotator(next)}
      />
      {annotators.length > 1 && (
        <SelectField
          label={t`Annotate as`}
          value={annotatorId}
          options={annotators.map((annotator) => ({ value: annotator.id, text: annotator.name }))}
          onChange={(id) => void session.getState().annotateAs(id)}
        />
      )}
      <form className={styles.row} onSubmit={add}>
        <TextField
          label={t`Somebody else annotates in this browser`}
          maxLength={200}
          value={fresh}
          onChange={(event) => {
            setFresh(event.target.value);
          }}
        />
        <Button type="submit" disabled={fresh.trim() === ''}>{t`Add and switch`}</Button>
      </form>
      <p className={styles.hint}>{t`Everyone has a layer of their own on each article.`}</p>
    </section>
  );
}
