import { type Label } from '#core/labels/label-set.ts';
import { exampleOf } from '#core/project/example-of.ts';
import { GUIDELINE_LIMITS } from '#core/project/guidelines.ts';
import { type Span } from '#core/spans/span.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ExampleQuote } from '#views/guidelines/example-quote.tsx';
import { BookPlus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import styles from './use-as-example.module.css';

interface UseAsExampleProps {
  readonly span: Span;
  readonly label: Label;
}

/** Puts the span into the guideline of its label, after asking whether it is a good example and what it shows. */
export function UseAsExample({ span, label }: UseAsExampleProps) {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        look="quiet"
        onClick={() => {
          setOpen(true);
        }}
      >
        <BookPlus size={16} aria-hidden="true" />
        Use as example
      </Button>
      <Dialog title={`Example for ${label.name}`} isOpen={isOpen} onClose={close}>
        <ExampleForm span={span} label={label} onClose={close} />
      </Dialog>
    </>
  );
}

function ExampleForm({ span, label, onClose }: UseAsExampleProps & { readonly onClose: () => void }) {
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
        <legend>What does it show?</legend>
        <label>
          <input
            type="radio"
            name={`${id} kind`}
            checked={isGood}
            onChange={() => {
              setGood(true);
            }}
          />
          A good example
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
          What not to do
        </label>
      </fieldset>
      <div className={styles.comment}>
        <label htmlFor={id}>Comment</label>
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
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary">
          Add to the guideline
        </Button>
      </div>
    </form>
  );
}
