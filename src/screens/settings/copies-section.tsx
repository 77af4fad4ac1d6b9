import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type CopiesState, type MirrorStatus } from '#state/copies/copies-store.ts';
import { useCopies, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { FailureMessage } from '#ui/failure-message.tsx';
import { Message } from '#ui/message.tsx';
import { withoutEditsInWords } from '#state/without-edits.ts';
import { plural } from '#language/numbers.ts';
import { timeInWords } from '#language/dates.ts';
import { useRef } from 'react';
import styles from './settings-screen.module.css';
import { UnsavedRows } from './unsaved-rows.tsx';

/** Which copies of the work there are, and how more are made. */
export function CopiesSection() {
  const { copies } = useStores();
  const failure = useCopies((state) => state.failure);
  const mirror = useCopies((state) => state.mirror);
  const lastCopy = useCopies((state) => state.lastCopy);
  const editsSince = useCopies((state) => state.editsSince);
  const withoutEdits = useCopies((state) => state.withoutEdits);
  return (
    <section aria-labelledby="copies-heading">
      <h2 id="copies-heading">{t`Copies`}</h2>
      <FailureMessage text={failure} onDismiss={copies.getState().forgetFailure} />
      <p>{mirrorInWords(mirror)}</p>
      <p role="status">{outsideInWords(lastCopy, editsSince)}</p>
      <UnsavedRows />
      <FolderRow />
      <div className={styles.row}>
        <Button onClick={() => void copies.getState().downloadAll()}>{t`Download everything`}</Button>
      </div>
      {withoutEdits > 0 && <Message kind="warning">{withoutEditsInWords(withoutEdits)}</Message>}
      <p
        className={styles.hint}
      >{t`A file for each project, or several where one would be too large to be read. Importing them brings everything back, in any browser.`}</p>
    </section>
  );
}

function mirrorInWords(mirror: MirrorStatus): string {
  switch (mirror.kind) {
    case 'starting':
      return t`The second copy in this browser is being looked at.`;
    case 'elsewhere':
      return t`Another tab keeps the second copy in this browser.`;
    case 'none':
      return t`This browser has no place for a second copy beside the database. Copies outside of it matter all the more.`;
    case 'behind':
      return t`The database lacks work that the second copy in this browser still has. The second copy is not changed until you decide.`;
    case 'current': {
      const written =
        mirror.at === ''
          ? t`A second copy in this browser is written after every edit.`
          : t`A second copy in this browser is written after every edit, last on ${timeInWords(mirror.at)}.`;
      return mirror.damaged === 0 ? written : `${written} ${mendedInWords(mirror.damaged)}`;
    }
  }
}

function mendedInWords(damaged: number): string {
  return plural(
    damaged,
    '# part of it could not be read, so it was made anew.',
    '# parts of it could not be read, so it was made anew.',
  );
}

function outsideInWords(lastCopy: CopiesState['lastCopy'], editsSince: number | undefined): string {
  if (editsSince === undefined) return '';
  if (!lastCopy) {
    return editsSince === 0
      ? t`There is nothing to copy out of this browser yet.`
      : plural(
          editsSince,
          'No copy has left this browser yet: what you did, # edit, is only here.',
          'No copy has left this browser yet: what you did, # edits, is only here.',
        );
  }
  const when = timeInWords(lastCopy.at);
  const last =
    lastCopy.kind === 'folder'
      ? t`The last copy left this browser into the backup folder on ${when}.`
      : t`The last copy left this browser as a download on ${when}.`;
  const since = editsSince === 0 ? t`Nothing was edited since.` : plural(editsSince, '# edit since.', '# edits since.');
  return `${last} ${since}`;
}

function FolderRow() {
  const { copies } = useStores();
  const folder = useCopies((state) => state.folder);
  const { chooseFolder, allowFolder, leaveFolder } = copies.getState();
  const choose = useRef<HTMLButtonElement>(null);
  if (folder.kind === 'unsupported') {
    return (
      <p>{t`This browser cannot write into a folder of yours by itself. Spanmark says so at the top when a download is due: after 200 edits, or a day after the last one or the first edit.`}</p>
    );
  }
  const leave = async (): Promise<void> => {
    await leaveFolder();
    choose.current?.focus();
  };
  return (
    <>
      {folder.kind === 'none' && (
        <p>{t`A backup folder gets a readable file for each article and each layer, whenever something has changed.`}</p>
      )}
      {folder.kind === 'failed' && (
        <Message kind="problem">{t`The folder “${folder.name}” could not be written to. ${folder.message}`}</Message>
      )}
      {folder.kind === 'asks' && (
        <Message kind="warning">{t`The browser asks again before Spanmark may write into the folder “${folder.name}”.`}</Message>
      )}
      {folder.kind === 'ahead' && (
        <Message kind="warning">
          <span>{tNodes`The folder “${<span dir="auto">{folder.name}</span>}” holds what this browser lacks or has in an older state. Nothing is written into it until you decide, at the top. Going on copies that into ${<code>put-aside</code>} folders in it.`}</span>
        </Message>
      )}
      {folder.kind === 'ready' && (
        <p>{tNodes`Everything is written into the folder “${<span dir="auto">{folder.name}</span>}” whenever something has changed.`}</p>
      )}
      {folder.kind === 'writing' && (
        <p>{tNodes`Everything is written into the folder “${<span dir="auto">{folder.name}</span>}”, just now.`}</p>
      )}
      <div className={styles.row}>
        {folder.kind === 'asks' && <Button onClick={() => void allowFolder()}>{t`Allow it again`}</Button>}
        <Button ref={choose} onClick={() => void chooseFolder()}>
          {folder.kind === 'none' ? t`Choose a backup folder…` : t`Choose another folder…`}
        </Button>
        {folder.kind !== 'none' && <Button onClick={() => void leave()}>{t`Write no more into it`}</Button>}
      </div>
    </>
  );
}
