import { t } from '#language/t.ts';
import { useKeyText } from '#screens/annotate/keys/use-key-text.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { withKeyText } from '#state/keys/key-text.ts';
import { type AppCommandId } from '#state/keys/app-commands.ts';
import { CircleQuestionMark, Search } from 'lucide-react';
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
        aria-label={t`Commands`}
        title={withKeyText(t`Find a command, a label, a screen or an article`, palette)}
        onClick={() => {
          run('open-palette');
        }}
      >
        <Search size={15} aria-hidden="true" />
        <span>{t`Commands`}</span>
        {palette !== '' && <kbd aria-hidden="true">{palette}</kbd>}
      </button>
      <button
        type="button"
        className={styles.keys}
        aria-label={t`Keyboard shortcuts`}
        title={withKeyText(t`Keyboard shortcuts`, keyText('show-keys'))}
        onClick={() => {
          run('show-keys');
        }}
      >
        <kbd aria-hidden="true">?</kbd>
      </button>
      <a className={styles.help} href={ADDRESSES.help} aria-label={t`Help`} title={t`Help`}>
        <CircleQuestionMark size={17} aria-hidden="true" />
      </a>
    </>
  );
}
