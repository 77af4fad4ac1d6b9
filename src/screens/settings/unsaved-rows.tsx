import { t } from '#language/t.ts';
import type { KeptUnsaved } from '#state/copies/kept-unsaved.ts';
import { useCopies, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Message } from '#ui/message.tsx';
import { plural } from '#language/numbers.ts';
import { timeInWords } from '#language/dates.ts';
import { useEffect, useRef, useState } from 'react';
import styles from './new-project-dialog.module.css';

/** What earlier pages could not save, if anything, with the ways to keep it and to be rid of it. */
export function UnsavedRows() {
  const { copies } = useStores();
  const unsaved = useCopies((state) => state.unsaved);
  const [leaving, setLeaving] = useState<KeptUnsaved>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void copies.getState().readUnsaved();
  }, [copies]);
  const discard = async ({ key }: KeptUnsaved): Promise<void> => {
    setLeaving(undefined);
    await copies.getState().discardUnsaved(key);
    // The row is gone with its buttons.
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1}>
      {unsaved.map((kept) => (
        <Message key={kept.key} kind="warning">
          <span>
            {inWords(kept)}{' '}
            {t`It is tried again at every start, and is in no layer, review, comment or guideline until then.`}
          </span>
          <Button onClick={() => void copies.getState().downloadUnsaved(kept.key)}>{t`Download it`}</Button>
          <Button
            onClick={() => {
              setLeaving(kept);
            }}
          >{t`Discard it…`}</Button>
        </Message>
      ))}
      <Dialog
        title={t`Discard what was not saved?`}
        isOpen={leaving !== undefined}
        onClose={() => {
          setLeaving(undefined);
        }}
      >
        {leaving && (
          <div className={styles.form}>
            <p className={styles.question}>
              {inWords(leaving)} {t`Discarded, it cannot be had back.`}
            </p>
            <div className={styles.actions}>
              <Button
                onClick={() => {
                  setLeaving(undefined);
                }}
              >{t`Cancel`}</Button>
              <Button look="danger" onClick={() => void discard(leaving)}>{t`Discard`}</Button>
            </div>
          </div>
        )}
      </Dialog>
    </div>
  );
}

function inWords({ kind, many, at }: KeptUnsaved): string {
  switch (kind) {
    case 'edits':
      return editsInWords(many, at);
    case 'decisions':
      return plural(many, '# step of a review could not be saved.', '# steps of a review could not be saved.');
    case 'comments':
      return plural(
        many,
        '# change of comments, resolved or marked, could not be saved.',
        '# changes of comments, resolved or marked, could not be saved.',
      );
    case 'guidelines':
      return at === ''
        ? t`A change of the guidelines could not be saved.`
        : t`A change of the guidelines could not be saved on ${timeInWords(at)}.`;
  }
}

function editsInWords(many: number, at: string): string {
  if (at !== '') {
    return t`${plural(many, 'edit')} could not be saved on ${timeInWords(at)}, and no longer fit their layer.`;
  }
  return plural(
    many,
    '# edit could not be saved, and no longer fit their layer.',
    '# edits could not be saved, and no longer fit their layer.',
  );
}
