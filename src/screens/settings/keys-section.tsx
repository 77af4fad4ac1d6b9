import { t } from '#language/t.ts';
import { besides, commandsOf, holdersOf, keysInScopes, NO_CHOICES, withKey, withOwnKeys } from '#state/keys/choices.ts';
import { type Chord, chordText } from '#state/keys/chord.ts';
import { type CommandAbout, eitherKey } from '#state/keys/command.ts';
import { groupInWords } from '#state/keys/group-words.ts';
import { useChosenKeys, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { useRef, useState } from 'react';
import { type Asking, KeyRow } from './key-row.tsx';
import styles from './keys-section.module.css';

/** Every command with its keys. A key is changed by pressing the new one; what it did before is said and asked for first. */
export function KeysSection({ scopes }: { readonly scopes: readonly (readonly CommandAbout[])[] }) {
  const { keys } = useStores();
  const choices = useChosenKeys((state) => state.choices);
  const failure = useChosenKeys((state) => state.failure);
  const [asking, setAsking] = useState<Asking>();
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const used = keysInScopes(scopes, choices);

  const ask = (next: Asking | undefined): void => {
    setAsking(next);
    setSaid(next ? wordsOf(next) : '');
  };
  const give = (command: CommandAbout, chords: readonly Chord[] | undefined): void => {
    const beside = besides(scopes, command);
    const next = chords ? withKey(beside, command, choices, chords[0]!) : withOwnKeys(beside, command, choices);
    void keys.getState().choose(next);
    setAsking(undefined);
    const now = keysInScopes(scopes, next).get(command.id)!;
    setSaid(t`‘${command.name}’ has the key ${eitherKey(now.map(chordText))} now.`);
  };
  /** Gives keys to a command, or its own where none are named; asks first where another command has them. */
  const propose = (command: CommandAbout, chords?: readonly Chord[]): void => {
    const wanted = chords ?? command.keys;
    const holders = holdersOf(besides(scopes, command), choices, command.id, wanted);
    if (holders.length === 0) give(command, chords);
    else ask({ id: command.id, kind: 'taken', chords: wanted, holders, take: () => give(command, chords) });
  };

  return (
    <section aria-labelledby="keys-heading">
      <h2 id="keys-heading" ref={heading} tabIndex={-1}>{t`Keys`}</h2>
      <p
        className={styles.lead}
      >{t`They are kept in this browser. On a Mac, ⌘ does what Ctrl does. Keys that belong together stay as they are.`}</p>
      {failure !== '' && <Message kind="problem">{t`The keys could not be saved. ${failure}`}</Message>}
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <table className={styles.table}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t`Command`}</th>
            <th scope="col">{t`Keys`}</th>
            <th scope="col">{t`Change`}</th>
          </tr>
        </thead>
        {[...Map.groupBy(commandsOf(scopes), ({ group }) => group)].map(([group, members]) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={3} className={styles.group}>
                {groupInWords(group)}
              </th>
            </tr>
            {members.map((command) => (
              <KeyRow
                key={command.id}
                command={command}
                commands={besides(scopes, command)}
                used={used.get(command.id)!}
                asking={asking?.id === command.id ? asking : undefined}
                onAsk={ask}
                onPropose={propose}
              />
            ))}
          </tbody>
        ))}
      </table>
      <div>
        <Button
          disabled={choices.size === 0}
          onClick={() => {
            void keys.getState().choose(NO_CHOICES);
            setAsking(undefined);
            setSaid(t`All commands have their own keys again.`);
            // The button is off from now on and would lose the focus to nowhere.
            heading.current?.focus();
          }}
        >{t`Reset all keys`}</Button>
      </div>
    </section>
  );
}

function wordsOf(asking: Asking): string {
  switch (asking.kind) {
    case 'press':
      return t`Press the new key. Esc cancels.`;
    case 'refused':
      return asking.why;
    case 'taken':
      return t`${eitherKey(asking.chords.map(chordText))} is ‘${asking.holders[0]!.name}’ now.`;
  }
}
