import { t } from '#language/t.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import styles from './start-failure.module.css';

/** Shown instead of the app when it cannot start or must not go on. */
export function StartFailure({ message }: { readonly message: string }) {
  return (
    <main className={styles.place}>
      <h1>{t`Spanmark`}</h1>
      <Message kind="problem">
        <p>{message}</p>
        <Button
          look="primary"
          onClick={() => {
            location.reload();
          }}
        >{t`Reload`}</Button>
        <LinkButton href={ADDRESSES.rescue}>{t`See the copies`}</LinkButton>
      </Message>
    </main>
  );
}
