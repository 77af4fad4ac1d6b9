import { listInWords } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type Chord, chordsOf, chordText } from '#state/keys/chord.ts';
import { refusalOf } from '#state/keys/choices.ts';
import { type CommandAbout, eitherKey, keysText } from '#state/keys/command.ts';
import { Button } from '#ui/button.tsx';
import { type KeyboardEvent, useRef } from 'react';
import { KeyCaps } from '#ui/key-caps.tsx';
import styles from './keys-section.module.css';

/** What is asked about a command's keys: the new key, another one than was pressed, or whether it may be taken. */
export type Asking =
  | { readonly id: string; readonly kind: 'press' }
  | { readonly id: string; readonly kind: 'refused'; readonly why: string }
  | {
      readonly id: string;
      readonly kind: 'taken';
      readonly chords: readonly Chord[];
      readonly holders: readonly CommandAbout[];
      readonly take: () => void;
    };

interface KeyRowProps {
  readonly command: CommandAbout;
  readonly commands: readonly CommandAbout[];
  readonly used: readonly Chord[];
  readonly asking: Asking | undefined;
  readonly onAsk: (asking: Asking | undefined) => void;
  readonly onPropose: (command: CommandAbout, chords?: readonly Chord[]) => void;
}

/** One command: its keys, and how they are changed or why they are not. */
export function KeyRow(props: KeyRowProps) {
  const { command, used } = props;
  return (
    <tr>
      <th scope="row">{command.name}</th>
      <td>
        {used.length > 0 ? (
          <KeyCaps keys={keysText(command, used)} />
        ) : (
          <span className={styles.none}>{t`no key`}</span>
        )}
      </td>
      {command.fixed ? (
        <td className={styles.why}>{command.fixed.why}</td>
      ) : (
        <td className={styles.actions}>
          <ChangeKey {...props} />
        </td>
      )}
    </tr>
  );
}

function ChangeKey({ command, commands, used, asking, onAsk, onPropose }: KeyRowProps) {
  const change = useRef<HTMLButtonElement>(null);
  const isPressing = asking?.kind === 'press' || asking?.kind === 'refused';
  const isChanged = used.join(' ') !== command.keys.join(' ');
  const record = (event: KeyboardEvent): void => {
    if (!isPressing || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const [chord] = chordsOf(event.nativeEvent);
    if (event.key === 'Escape') onAsk(undefined);
    if (event.key === 'Escape' || chord === undefined) return;
    const why = refusalOf(commands, chord);
    if (why === undefined) onPropose(command, [chord]);
    else onAsk({ id: command.id, kind: 'refused', why });
  };
  return (
    <>
      <Button
        ref={change}
        look={isPressing ? 'primary' : 'plain'}
        aria-label={isPressing ? t`Press the new key for: ${command.name}` : t`Change the key of: ${command.name}`}
        onClick={() => {
          onAsk({ id: command.id, kind: 'press' });
        }}
        onKeyDown={record}
        onBlur={() => {
          if (isPressing) onAsk(undefined);
        }}
      >
        {isPressing ? t`Press a key…` : t`Change`}
      </Button>
      {isChanged && !isPressing && (
        <Button
          look="quiet"
          aria-label={t`Reset the key of: ${command.name}`}
          onClick={() => {
            onPropose(command);
            change.current?.focus();
          }}
        >{t`Reset`}</Button>
      )}
      {asking?.kind === 'press' && <p className={styles.hint}>{t`Esc cancels.`}</p>}
      {asking?.kind === 'refused' && <p className={styles.refused}>{asking.why}</p>}
      {asking?.kind === 'taken' && (
        <TakenQuestion
          asking={asking}
          onDone={(isTaken) => {
            if (isTaken) asking.take();
            else onAsk(undefined);
            change.current?.focus();
          }}
        />
      )}
    </>
  );
}

interface TakenQuestionProps {
  readonly asking: Extract<Asking, { readonly kind: 'taken' }>;
  readonly onDone: (isTaken: boolean) => void;
}

function TakenQuestion({ asking, onDone }: TakenQuestionProps) {
  const names = listInWords(asking.holders.map(({ name }) => t`‘${name}’`));
  return (
    // Esc anywhere in the question is the same as its second button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(false);
      }}
    >
      <p>{t`${eitherKey(asking.chords.map(chordText))} is ${names} now: take it from there?`}</p>
      <Button
        look="primary"
        // The question has just been asked by a key press: the answer is the next.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onClick={() => {
          onDone(true);
        }}
      >{t`Take it`}</Button>
      <Button
        onClick={() => {
          onDone(false);
        }}
      >{t`Leave it`}</Button>
    </div>
  );
}
