import { t } from '#language/t.ts';
import { Button } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { useDraft } from '#ui/use-draft.ts';
import { type Ref, useId, useState } from 'react';
import styles from './thread-form.module.css';

/** What is typed and not sent; whoever gives it keeps it. */
export interface MessageDraft {
  readonly text: string;
  readonly keep: (text: string) => void;
}

interface ThreadFormProps {
  /** Names the field. */
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly draft: MessageDraft;
  /** Resolves with true once the message is on the disk; until then what was typed stays. */
  readonly onSend: (body: string, isGuidelineQuestion: boolean) => Promise<boolean>;
  readonly sendText: string;
  /** Offers to make it a guideline question at once. */
  readonly offersQuestion?: boolean;
  /** Where Esc goes; without, it does nothing. */
  readonly onEscape?: () => void;
  readonly maxLength: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** A field for a message in Markdown. Ctrl or ⌘ with Enter sends it; what is not sent is kept. */
export function ThreadForm({
  label,
  isLabelShown = true,
  draft,
  onSend,
  sendText,
  offersQuestion = false,
  onEscape,
  maxLength,
  ref,
}: ThreadFormProps) {
  const id = useId();
  const field = useDraft(draft.text, draft.keep);
  const [isQuestion, setQuestion] = useState(false);
  const [isSending, setSending] = useState(false);
  const isEmpty = field.value.trim() === '';
  const send = async (): Promise<void> => {
    if (isEmpty || isSending) return;
    const body = field.value;
    field.leave();
    setSending(true);
    const isSent = await onSend(body, isQuestion);
    setSending(false);
    if (isSent) setQuestion(false);
  };
  return (
    // Esc on any part of it leaves it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onEscape) return;
        event.preventDefault();
        onEscape();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {isLabelShown && <label htmlFor={id}>{label}</label>}
      <textarea
        ref={ref}
        id={id}
        aria-label={label}
        rows={isLabelShown ? 3 : 1}
        dir="auto"
        maxLength={maxLength}
        placeholder={isLabelShown ? t`What should be talked about` : label}
        value={field.value}
        readOnly={isSending}
        onChange={(event) => {
          field.type(event.target.value);
        }}
        onBlur={field.leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void send();
          }
        }}
      />
      {(isLabelShown || !isEmpty) && (
        <div className={styles.row}>
          {offersQuestion && <CheckField label={t`Guideline question`} isChecked={isQuestion} onChange={setQuestion} />}
          <Button type="submit" className={styles.send} aria-disabled={isEmpty || isSending}>
            {sendText}
          </Button>
        </div>
      )}
    </form>
  );
}
