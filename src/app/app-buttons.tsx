import { useKeyText, withKeyText } from '#screens/annotate/keys/use-key-text.ts';
import { type AppCommandId } from '#state/keys/app-commands.ts';
import { Search } from 'lucide-react';
import styles from './shell.module.css';

/** The buttons of the header for what there is on every screen, each with its key. */
export function AppButtons({ run }: { readonly run: (id: AppCommandId) => void }) {
  const keyText = useKeyText();
  const palette = keyText('open-palette');
  return (
    <>
      <button
        type="button"
        className={styles.commands}
        aria-label="Commands"
        title={withKeyText('Find a command, a label, a screen or an article', palette)}
        onClick={() => {
          run('open-palette');
        }}
      >
        <Search size={15} aria-hidden="true" />
        <span>Commands</span>
        {palette !== '' && <kbd aria-hidden="true">{palette}</kbd>}
      </button>
      <button
        type="button"
        className={styles.keys}
        aria-label="Keyboard shortcuts"
        title={withKeyText('Keyboard shortcuts', keyText('show-keys'))}
        onClick={() => {
          run('show-keys');
        }}
      >
        <kbd aria-hidden="true">?</kbd>
      </button>
    </>
  );
}
