import { t } from '#language/t.ts';
import { textOfClipboard } from '#state/importing/text-of-clipboard.ts';
import { useStores, useTransfer } from '#state/react.tsx';
import { PASTED } from '#state/importing/pasted.ts';
import { Button } from '#ui/button.tsx';
import { type ClipboardEvent, type FormEvent, useId } from 'react';
import styles from './paste-form.module.css';

/** An article from the clipboard; goes on as a text file, so that it is checked and previewed like one. */
export function PasteForm({ onText }: { readonly onText: (files: readonly File[]) => void }) {
  const { transfer } = useStores();
  const text = useTransfer((state) => state.pasted);
  const setText = (pasted: string): void => {
    transfer.setState({ pasted });
  };
  const id = useId();
  const check = (event: FormEvent): void => {
    event.preventDefault();
    onText([new File([text.toWellFormed()], PASTED)]);
  };
  /** What was copied out of a page keeps its paragraphs and lists, and none of its looks. */
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const markup = event.clipboardData.getData('text/html');
    if (markup === '') return;
    event.preventDefault();
    const field = event.currentTarget;
    const plain = event.clipboardData.getData('text/plain');
    void textOfClipboard(markup)
      .catch(() => '')
      .then((words) => {
        field.setRangeText(words || plain, field.selectionStart, field.selectionEnd, 'end');
        setText(field.value);
      });
  };
  return (
    <form className={styles.form} onSubmit={check}>
      <label htmlFor={id}>{t`Or paste an article`}</label>
      <textarea
        id={id}
        rows={5}
        value={text}
        placeholder={t`The first line becomes the title.`}
        onPaste={paste}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <Button type="submit" disabled={text.trim() === ''}>{t`Check the text`}</Button>
    </form>
  );
}
