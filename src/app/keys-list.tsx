import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { commandsOf, keysInScopes } from '#state/keys/choices.ts';
import { keysText } from '#state/keys/command.ts';
import { groupInWords } from '#state/keys/group-words.ts';
import { useChosenKeys } from '#state/react.tsx';
import { KeyCaps } from '#ui/key-caps.tsx';
import { KEY_SCOPES } from './key-scopes.ts';
import styles from './keys-dialog.module.css';

interface KeysListProps {
  /** Called on the way to Settings. */
  readonly onLeave?: () => void;
}

/** Every key with what it does, from the table that the keys themselves are run from, with those that the user chose. */
export function KeysList({ onLeave }: KeysListProps) {
  const choices = useChosenKeys((state) => state.choices);
  const used = keysInScopes(KEY_SCOPES, choices);
  const groups = Map.groupBy(commandsOf(KEY_SCOPES), ({ group }) => group);
  return (
    <>
      <p
        className={styles.lead}
      >{tNodes`They work on the Annotate screen, those that say so on the Review screen, and those of the last group everywhere. On a Mac, ⌘ does what Ctrl does. Most of them can be changed in ${<a href={ADDRESSES.settings} onClick={onLeave}>{t`Settings`}</a>}.`}</p>
      <div className={styles.groups}>
        {[...groups].map(([group, commands]) => (
          <section key={group}>
            <h3>{groupInWords(group)}</h3>
            <dl className={styles.keys}>
              {commands
                .map((command) => [command, used.get(command.id)!] as const)
                .map(([command, keys]) => (
                  <div key={command.id}>
                    <dt>{keys.length > 0 ? <KeyCaps keys={keysText(command, keys)} /> : t`no key`}</dt>
                    <dd>{command.text}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}
