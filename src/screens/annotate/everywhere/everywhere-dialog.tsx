import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { useEverywhere, useStores } from '#state/react.tsx';
import { isTicked } from '#state/everywhere/everywhere-state.ts';
import { chordText } from '#state/keys/chord.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Message } from '#ui/message.tsx';
import { count, plural } from '#language/numbers.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import styles from './everywhere-dialog.module.css';
import { EverywhereScopeFields } from './everywhere-scope-fields.tsx';
import { MentionsList } from './mentions-list.tsx';

interface EverywhereDialogProps {
  /** The language of the open article. */
  readonly language: string;
  readonly onReturnToText: () => void;
}

/** Other mentions of a span’s words, to be tagged all at once. The focus goes back to the text. */
export function EverywhereDialog(props: EverywhereDialogProps) {
  const { everywhere } = useStores();
  const isOpen = useEverywhere((state) => state.phase !== 'closed');
  return (
    <Dialog
      title={t`Label everywhere`}
      isOpen={isOpen}
      wide
      onClose={() => {
        everywhere.getState().close();
      }}
    >
      <Mentions {...props} />
    </Dialog>
  );
}

function Mentions({ language, onReturnToText }: EverywhereDialogProps) {
  const { everywhere } = useStores();
  const label = useEverywhere((state) => state.label);
  const words = useEverywhere((state) => state.words);
  const phase = useEverywhere((state) => state.phase);
  const articles = useEverywhere((state) => state.articles);
  const failure = useEverywhere((state) => state.failure);
  const overlapping = useEverywhere((state) => state.overlapping);
  const form = useRef<HTMLFormElement>(null);
  const hasNone = phase === 'shown' && articles.length === 0;
  useFocusOnTextAfter(onReturnToText);
  useEffect(() => {
    // The list, which had the focus, is gone; another scope is what to try next.
    if (hasNone && !form.current?.contains(document.activeElement)) form.current?.querySelector('select')?.focus();
  }, [hasNone]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void everywhere.getState().tag();
  };
  const press = (event: KeyboardEvent): void => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key.toLowerCase() !== 'a' || !isCommand || event.shiftKey || event.altKey) return;
    event.preventDefault();
    everywhere.getState().tickAll();
  };
  return (
    // The form takes no focus; the fields in it do, and Enter in any of them tags.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={press}>
      <p className={styles.what}>
        <span className={styles.tag}>
          {label && <LabelMark label={label} />}
          {label?.name}
        </span>
        <q lang={language} dir={directionOf(language)}>
          {words}
        </q>
      </p>
      <EverywhereScopeFields />
      <Ticked />
      {hasNone ? (
        <p className={styles.empty}>
          {failure === '' && t`There is no other mention here that has no span with this label yet.`}
        </p>
      ) : (
        <MentionsList
          onEnter={() => {
            form.current?.requestSubmit();
          }}
        />
      )}
      {overlapping > 0 && (
        <p
          className={styles.hint}
        >{t`Left out because a span with this label overlaps them: ${plural(overlapping, 'mention')}.`}</p>
      )}
      {failure !== '' && <Message kind="problem">{failure}</Message>}
      <Actions />
    </form>
  );
}

/** How many mentions are ticked, and a button that ticks all or none. */
function Ticked() {
  const { everywhere } = useStores();
  const { ticked, all } = useTicked();
  const isLooking = useEverywhere((state) => state.phase === 'looking');
  return (
    <div className={styles.ticked}>
      <span aria-live="polite">{isLooking ? t`Looking…` : t`${count(ticked)} of ${count(all)} ticked`}</span>
      <Button
        look="quiet"
        disabled={all === 0}
        title={t`Tick all or none (Ctrl+A)`}
        onClick={() => {
          everywhere.getState().tickAll();
        }}
      >
        {all > 0 && ticked === all ? t`Tick none` : t`Tick all`}
      </Button>
    </div>
  );
}

function Actions() {
  const { everywhere } = useStores();
  const { ticked } = useTicked();
  const phase = useEverywhere((state) => state.phase);
  return (
    <div className={styles.actions}>
      <p className={styles.keys} aria-hidden="true">
        {tNodes`${<kbd>↑</kbd>} ${<kbd>↓</kbd>} walk ${<kbd>Space</kbd>} ticks ${<kbd>{chordText('Mod+A')}</kbd>} all or none ${<kbd>Enter</kbd>} tags`}
      </p>
      <Button
        onClick={() => {
          everywhere.getState().close();
        }}
      >{t`Cancel`}</Button>
      <Button type="submit" look="primary" disabled={phase !== 'shown' || ticked === 0}>
        {phase === 'tagging' ? t`Tagging…` : plural(ticked, 'Tag # mention', 'Tag # mentions')}
      </Button>
    </div>
  );
}

function useTicked(): { readonly ticked: number; readonly all: number } {
  const articles = useEverywhere((state) => state.articles);
  const choices = useEverywhere((state) => state.choices);
  const mentions = articles.flatMap((each) => each.mentions);
  return { ticked: mentions.filter((mention) => isTicked({ choices }, mention)).length, all: mentions.length };
}

/** When the dialog is gone the focus goes to the text, wherever it was before. */
function useFocusOnTextAfter(focusText: () => void): void {
  const latest = useRef(focusText);
  useEffect(() => {
    latest.current = focusText;
  });
  useEffect(
    () => () => {
      // After the dialog has put the focus back where it was.
      requestAnimationFrame(() => {
        latest.current();
      });
    },
    [],
  );
}
