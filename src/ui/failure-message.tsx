import { t } from '#language/t.ts';
import { Button } from './button.tsx';
import { Message } from './message.tsx';

interface FailureMessageProps {
  /** What went wrong, as a sentence; nothing is shown where it is empty. */
  readonly text: string;
  readonly onDismiss: () => void;
}

/** A problem that can be dismissed; the focus goes to the page's content then. */
export function FailureMessage({ text, onDismiss }: FailureMessageProps) {
  if (text === '') return null;
  return (
    <Message kind="problem">
      <span>{text}</span>
      <Button
        onClick={() => {
          document.querySelector<HTMLElement>('#main')?.focus();
          onDismiss();
        }}
      >{t`Dismiss`}</Button>
    </Message>
  );
}
