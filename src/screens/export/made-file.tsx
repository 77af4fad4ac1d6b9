import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type MadeDataset } from '#state/exporting/export-store.ts';
import { useExporting, useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { CancelledMessage } from '#ui/cancelled-message.tsx';
import { Message } from '#ui/message.tsx';
import { plural } from '#language/numbers.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Download } from 'lucide-react';
import styles from './export-preview.module.css';
import { FilesPreview } from './files-preview.tsx';
import { LossReport } from './loss-report.tsx';
import { sizeInWords } from './size-in-words.ts';
import { TallyTable } from './tally-table.tsx';

interface MadeFileProps {
  readonly made: MadeDataset;
  readonly fileName: string;
}

/** A file that waits to be saved: what is lost in it, what is in it, and how it begins. */
export function MadeFile({ made, fileName }: MadeFileProps) {
  const { exporting } = useLaterStores();
  const isSaving = useExporting((state) => state.saving.kind === 'saving');
  return (
    <div className={styles.parts}>
      <section className={styles.preview} aria-labelledby="preview-heading">
        <header>
          <div>
            <h2 id="preview-heading">{fileName}</h2>
            <p>
              {made.extension === '.zip'
                ? t`${plural(made.files.length, 'file')}, ${sizeInWords(made.size)} before packing`
                : withCommas([plural(made.files.length, 'file'), sizeInWords(made.size)])}
            </p>
          </div>
          <Button look="primary" aria-disabled={isSaving} onClick={() => void exporting.getState().save()}>
            <Download size={16} aria-hidden="true" />
            {t`Download`}
          </Button>
        </header>
        <SavingMessage />
        <LossReport losses={made.losses} isInFile={made.extension === '.zip'} />
      </section>
      <TallyTable tally={made.tally} labelSet={made.labelSet} />
      <FilesPreview files={made.files} />
    </div>
  );
}

/** How far saving is, and what came of it. */
function SavingMessage() {
  const { exporting } = useLaterStores();
  const saving = useExporting((state) => state.saving);
  return (
    <div className={saving.kind === 'none' ? undefined : styles.saving}>
      {saving.kind === 'saving' && (
        <ProgressBar
          name={t`Saving the file`}
          progress={saving.progress}
          onCancel={() => {
            exporting.getState().cancelSaving();
          }}
        />
      )}
      {/* It is there before its message is, which is read out. */}
      <div role="status">
        {saving.kind === 'saved' && (
          <Message kind="done">
            <p>{t`Saved.`}</p>
          </Message>
        )}
      </div>
      {saving.kind === 'cancelled' && (
        <CancelledMessage
          again={t`Save it after all`}
          onAgain={() => void exporting.getState().save()}
        >{t`Saving was cancelled. The file is as it was before.`}</CancelledMessage>
      )}
      {saving.kind === 'failed' && (
        <Message kind="problem">{t`The file could not be saved. ${saving.message}`}</Message>
      )}
    </div>
  );
}
