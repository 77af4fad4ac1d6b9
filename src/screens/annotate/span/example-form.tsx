import { t } from '#language/t.ts';
import { type Label } from '#core/labels/label-set.ts';
import { exampleOf } from '#core/project/example-of.ts';
import { GUIDELINE_LIMITS } from '#core/project/guidelines.ts';
import { type Span } from '#core/spans/span.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { ExampleQuote } from '#views/guidelines/example-quote.tsx';
import { type FormEvent, useId, useState } from 'react';
import styles from './example-form.module.css';

interface ExampleFormProps {
  readonly span: Span;
  readonly label: Label;
  readonly onClose: () => void;
}

/** Asks whether the span is a good example of its label and what it shows, and puts it into the guideline. */
export function ExampleForm({ span, label, onClose }: ExampleFormProps) {
  const { annotate, guidelines } = useStores();
  const id = useId();
  const [isGood, setGood] = useState(true);
  const [comment, setComment] = useState('');
  const { text, title } = annotate.getState().article;
  const example = { ...exampleOf(text, span, title), isGood };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    onClose();
    const { addExample } = guidelines.getState();
    annotate.getState().say(await addExample(label.id, { ...example, comment: comment.trim() }));
  };
  return (
    <form className={styles.form} onSubmit={(event) => void add(event)}>
      <ExampleQuote example={example} />
      <fieldset className={styles.kinds}>
        <legend>{t`What does it show?`}</legend>
        <label>
          <input
            type="radio"
            name={`${id} kind`}
            checked={isGood}
            onChange={() => {
              setGood(true);
            }}
          />
          {t`A good example`}
        </label>
        <label>
          <input
            type="radio"
            name={`${id} kind`}
            checked={!isGood}
            onChange={() => {
              setGood(false);
            }}
          />
          {t`What not to do`}
        </label>
      </fieldset>
      <div className={styles.comment}>
        <label htmlFor={id}>{t`Comment`}</label>
        <textarea
          id={id}
          rows={2}
          dir="auto"
          maxLength={GUIDELINE_LIMITS.comment}
          value={comment}
          onChange={(event) => {
            setComment(event.target.value);
          }}
        />
      </div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{t`Cancel`}</Button>
        <Button type="submit" look="primary">{t`Add to the guideline`}</Button>
      </div>
    </form>
  );
}
