import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { type FolderStatus } from '#state/copies/copies-store.ts';
import { useCopies, useStores } from '#state/react.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { leadInWords } from '#ui/lead-in-words.ts';
import { Message } from '#ui/message.tsx';
import styles from './shell.module.css';

/** Says, on every screen, that the database lacks what the second copy in this browser or the backup folder still has. */
export function LossMessage() {
  const isBehind = useCopies((state) => state.mirror.kind === 'behind');
  const folder = useCopies((state) => state.folder);
  if (!isBehind && folder.kind === 'ahead') return <FolderAhead name={folder.name} lead={folder.lead} />;
  if (!isBehind) return null;
  return (
    <div className={styles.failure}>
      <Message kind="problem">
        <p>{t`Some of your work is missing from the browser’s database. The second copy still has it, and keeps it until you decide.`}</p>
        <LinkButton look="primary" href={ADDRESSES.rescue}>{t`See what is missing`}</LinkButton>
      </Message>
    </div>
  );
}

type Ahead = Extract<FolderStatus, { readonly kind: 'ahead' }>;

function FolderAhead({ name, lead }: Pick<Ahead, 'name' | 'lead'>) {
  const { copies } = useStores();
  return (
    <div className={styles.failure}>
      <Message kind="problem">
        <p>{tNodes`The backup folder “${<span dir="auto">{name}</span>}” holds what this browser lacks or has in an older state: ${leadInWords(lead)}. Nothing is written into it until you decide.`}</p>
        <LinkButton look="primary" href={ADDRESSES.rescue}>{t`See what it holds`}</LinkButton>
        <Button
          onClick={() => {
            // The button goes with the message.
            document.querySelector<HTMLElement>('#main')?.focus();
            void copies.getState().goOn();
          }}
        >{t`Go on without it`}</Button>
      </Message>
    </div>
  );
}
