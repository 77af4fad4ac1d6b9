import { Button } from '#ui/button.tsx';
import { type FormEvent, useId, useState } from 'react';
import styles from './paste-form.module.css';

/** An article from the clipboard; goes on as a text file, so that it is checked and previewed like one. */
export function PasteForm({ onText }: { readonly onText: (files: readonly File[]) => void }) {
  const [text, setText] = useState('');
  const id = useId();
  const check = (event: FormEvent): void => {
    event.preventDefault();
    onText([new File([text.toWellFormed()], 'Pasted text')]);
  };
  return (
    <form className={styles.form} onSubmit={check}>
      <label htmlFor={id}>Or paste an article</label>
      <textarea
        id={id}
        rows={5}
        value={text}
        placeholder="The first line becomes the title."
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        Check the text
      </Button>
    </form>
  );
}
