import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { Dialog } from '#ui/dialog.tsx';
import styles from './keys-dialog.module.css';
import { KeysList } from './keys-list.tsx';

interface KeysDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The sheet of keys. */
export function KeysDialog({ isOpen, onClose }: KeysDialogProps) {
  return (
    <Dialog title={t`Keyboard shortcuts`} isOpen={isOpen} onClose={onClose} wide>
      <KeysList onLeave={onClose} />
      <p className={styles.more}>
        {tNodes`${<a href={ADDRESSES.help} onClick={onClose}>{t`Help`}</a>} tells what to mark, how to review, and where your work is.`}
      </p>
    </Dialog>
  );
}
