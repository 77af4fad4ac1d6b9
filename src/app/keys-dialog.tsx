import { ANNOTATE_COMMANDS } from '#screens/annotate/commands.ts';
import { keysText } from '#state/keys/command.ts';
import { Dialog } from '#ui/dialog.tsx';
import styles from './keys-dialog.module.css';

interface KeysDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The sheet of keys, drawn from the table that the keys themselves are run from. */
export function KeysDialog({ isOpen, onClose }: KeysDialogProps) {
  const groups = Map.groupBy(ANNOTATE_COMMANDS, ({ group }) => group);
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose} wide>
      <p className={styles.lead}>They work on the Annotate screen. On a Mac, ⌘ does what Ctrl does.</p>
      <div className={styles.groups}>
        {[...groups].map(([group, commands]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className={styles.keys}>
              {commands.map((command) => (
                <div key={command.id}>
                  <dt>
                    <Keys keys={keysText(command)} />
                  </dt>
                  <dd>{command.text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Keys({ keys }: { readonly keys: string }) {
  return keys.split(/ (or|to) /).map((part, index) => (index % 2 === 0 ? <kbd key={part}>{part}</kbd> : ` ${part} `));
}
