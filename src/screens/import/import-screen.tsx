import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { useProjects, useSession, useStores, useTransfer } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { DropZone } from '#ui/drop-zone.tsx';
import { FileButton, FolderButton } from '#ui/file-button.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { plural } from '#language/numbers.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { freeName } from '#state/projects-store.ts';
import { type ChosenFolder, projectOfItsOwn } from '#state/transfer-store.ts';
import { FileUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { AnnotateAs, madeForIn } from './annotate-as.tsx';
import { Bookmarklet } from './bookmarklet.tsx';
import { HandedOver } from './handed-over.tsx';
import styles from './import-screen.module.css';
import { apartInWords, ImportButtons } from './import-buttons.tsx';
import { ImportedFiles } from './imported-files.tsx';
import { FilesList } from './files-list.tsx';
import { PasteForm } from './paste-form.tsx';
import { useHandedOver } from './use-handed-over.ts';

/** Any: the format is found out by the content, and file dialogs know few of the endings. */
const ACCEPT = '';

/** Choose files, see what they would change, then bring them in. Nothing is written before the second step. */
export function ImportScreen() {
  const { transfer } = useStores();
  const phase = useTransfer((state) => state.phase);
  const files = useTransfer((state) => state.files);
  const failure = useTransfer((state) => state.failure);
  const choosing = useRef<HTMLDivElement>(null);
  const read = (chosen: readonly (File | ChosenFolder)[]): void => {
    void transfer.getState().read(chosen);
  };
  const handed = useHandedOver(read);
  // Whoever comes back later wants to choose again, not to read what came in before.
  useEffect(
    () => () => {
      if (transfer.getState().phase === 'done') transfer.getState().reset();
    },
    [transfer],
  );
  const isChoosing = phase === 'idle' || phase === 'reading';
  return (
    <Page
      title={t`Import`}
      lead={t`Texts (.txt, .md), saved pages (.html, .mhtml), documents (.docx), e-books (.epub), PDF files and the rows of tables (.csv, .tsv, .jsonl) become articles; a Spanmark bundle (.json) brings articles with everyone’s annotations; files of other tools bring what was annotated there, also in a folder or a ZIP archive. You see what will change before anything does.`}
    >
      {failure !== '' && <Message kind="problem">{failure}</Message>}
      <HandedOver state={handed} />
      <DropZone onFiles={read}>
        {isChoosing && (
          <>
            <div ref={choosing} className={styles.choose}>
              <FileUp size={28} aria-hidden="true" />
              <p>{t`Drop files or a folder here, or`}</p>
              <div className={styles.buttons}>
                <FileButton look="primary" accept={ACCEPT} onFiles={read}>{t`Choose files`}</FileButton>
                <FolderButton onFolders={read}>{t`Choose a folder`}</FolderButton>
              </div>
              <div className={styles.reading}>
                {phase === 'reading' && (
                  <ImportProgress
                    name={t`Reading and checking`}
                    onCancelled={() => {
                      choosing.current?.querySelector('button')?.focus();
                    }}
                  />
                )}
              </div>
            </div>
            <PasteForm onText={read} />
            <Bookmarklet />
          </>
        )}
        {(phase === 'preview' || phase === 'writing') && (
          <>
            <FilesList files={files} />
            <PreviewActions />
          </>
        )}
        {phase === 'done' && <ImportedFiles files={files} />}
      </DropZone>
    </Page>
  );
}

interface ImportProgressProps {
  readonly name: string;
  readonly onCancelled?: () => void;
}

function ImportProgress({ name, onCancelled }: ImportProgressProps) {
  const { transfer } = useStores();
  const progress = useTransfer((state) => state.progress);
  return (
    <ProgressBar
      name={name}
      progress={progress}
      onCancel={() => {
        transfer.getState().cancel();
        onCancelled?.();
      }}
    />
  );
}

/** The files that are not left out, those of them that bring something, and whether one of these cannot come in as it is. */
function useChosenFiles() {
  const all = useTransfer((state) => state.files);
  const leftOut = useTransfer((state) => state.leftOut);
  const faults = useTransfer((state) => state.faults);
  const files = all.filter(({ handle }) => !leftOut.has(handle));
  const fresh = files.filter(({ reading, isHere }) => reading.kind !== 'problems' && !isHere);
  return { files, fresh, hasFault: fresh.some(({ handle }) => faults.has(handle)) };
}

function PreviewActions() {
  const { transfer } = useStores();
  const isWriting = useTransfer((state) => state.phase === 'writing');
  const isBusy = useProjects((state) => state.isBusy);
  const project = useSession((state) => state.project);
  const all = useSession((state) => state.projects);
  const { files, fresh, hasFault } = useChosenFiles();
  const madeFor = madeForIn(files);
  const annotatorId = useSession((state) => state.annotatorId);
  const isChoosing = useTransfer((state) => state.isChoosing);
  const isOff = isWriting || isBusy || isChoosing || hasFault;
  const other = fresh.length > 0 ? projectOfItsOwn(files) : undefined;
  // Whoever is given articles wants to see these, and not among all others.
  const isApart = other !== undefined && madeFor !== undefined;
  const first = useRef<HTMLButtonElement>(null);
  const wasWriting = useRef(false);
  useEffect(() => {
    // Cancelled or refused: the button that was pressed is gone.
    if (wasWriting.current && !isWriting) first.current?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);
  return (
    <div className={styles.actions}>
      {fresh.length > 0 && (
        <p className={styles.into}>
          {tNodes`${plural(fresh.length, 'file')} for the project “${<bdi title={project.name}>{project.name}</bdi>}”.`}
          {other && ` ${apartInWords(freeName(other.name, all), isApart)}`}
        </p>
      )}
      {fresh.length > 0 ? (
        <ImportButtons first={first} isOff={isOff} mayStayApart={other !== undefined} isApart={isApart} />
      ) : madeFor && madeFor.id !== annotatorId ? (
        <AnnotateAs annotator={madeFor} />
      ) : (
        <a className={styles.library} href={ADDRESSES.library}>{t`Open the library`}</a>
      )}
      <Button
        disabled={isOff && !hasFault}
        onClick={() => {
          transfer.getState().reset();
        }}
      >{t`Choose other files`}</Button>
      {hasFault && <p role="status">{t`An article cannot be as it was changed: mend it, or leave it out.`}</p>}
      {isChoosing && <p role="status">{t`Reading again …`}</p>}
      {isWriting && <ImportProgress name={t`Importing`} />}
    </div>
  );
}
