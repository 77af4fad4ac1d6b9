import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { Message } from './message.tsx';

interface CancelledMessageProps {
  readonly children: ReactNode;
  /** What the button does: “Read them now”. */
  readonly again: string;
  readonly onAgain: () => void;
}

/** Stands where something was cancelled, and does it after all. It takes the focus, since the Cancel button is gone. */
export function CancelledMessage({ children, again, onAgain }: CancelledMessageProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <Message kind="note">
      <p>{children}</p>
      <Button ref={button} onClick={onAgain}>
        {again}
      </Button>
    </Message>
  );
}
