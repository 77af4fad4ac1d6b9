import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type Whose } from '#core/bundle/whose.ts';
import { type ArticleId } from '#core/project/project.ts';
import { messageOf } from '#state/message-of.ts';
import { useStores } from '#state/react.tsx';
import { MOST_MIB, type PreparedExport, type Progress } from '#state/transfer-store.ts';
import { withoutEditsInWords } from '#state/without-edits.ts';
import { Button } from '#ui/button.tsx';
import { CancelledMessage } from '#ui/cancelled-message.tsx';
import { Message } from '#ui/message.tsx';
import { count, plural } from '#language/numbers.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import styles from './export-preview.module.css';
import { GoldLeftOut } from './gold-left-out.tsx';
import { sizeInWords } from './size-in-words.ts';

interface ExportPreviewProps {
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly whose: Whose;
  /** True where layers come with the edits that led to them. */
  readonly withLogs: boolean;
}

type Preparing =
  | { readonly kind: 'preparing'; readonly progress?: Progress }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'ready'; readonly prepared: PreparedExport }
  | { readonly kind: 'failed'; readonly message: string };

/** Makes the file, says what is in it, shows its start and hands it over. */
export function ExportPreview({ articleIds, whose, withLogs }: ExportPreviewProps) {
  const { transfer, annotate } = useStores();
  const [preparing, setPreparing] = useState<Preparing>({ kind: 'preparing' });
  /** Grows when the file is to be made after all. */
  const [attempt, setAttempt] = useState(0);
  const giveUp = useRef(() => undefined as void);
  useEffect(() => {
    let isCurrent = true;
    const prepare = async (): Promise<PreparedExport> => {
      // An edit that is still on its way to the disk belongs into the file.
      await annotate.getState().settled();
      return transfer.getState().prepareExport({ articleIds, whose, withLogs }, (progress) => {
        // In place of an earlier file too, which is not the one that is asked for.
        if (isCurrent) setPreparing({ kind: 'preparing', progress });
      });
    };
    prepare().then(
      (prepared) => {
        if (isCurrent) setPreparing({ kind: 'ready', prepared });
      },
      (error: unknown) => {
        if (isCurrent) setPreparing({ kind: 'failed', message: messageOf(error) });
      },
    );
    const stop = (): void => {
      isCurrent = false;
      transfer.getState().cancelExport();
    };
    giveUp.current = stop;
    return stop;
  }, [annotate, transfer, articleIds, whose, withLogs, attempt]);

  if (preparing.kind === 'failed')
    return <Message kind="problem">{t`The file could not be made. ${preparing.message}`}</Message>;
  if (preparing.kind === 'cancelled') {
    return (
      <CancelledMessage
        again={t`Make the file`}
        onAgain={() => {
          setPreparing({ kind: 'preparing' });
          setAttempt(attempt + 1);
        }}
      >{t`Making the file was cancelled.`}</CancelledMessage>
    );
  }
  if (preparing.kind === 'preparing') {
    return (
      <ProgressBar
        name={t`Making the file`}
        progress={preparing.progress}
        onCancel={() => {
          giveUp.current();
          setPreparing({ kind: 'cancelled' });
        }}
      />
    );
  }
  return <ReadyFile prepared={preparing.prepared} chosen={articleIds.size} isGold={whose.kind === 'gold'} />;
}

interface ReadyFileProps {
  readonly prepared: PreparedExport;
  /** How many articles were chosen: a file of gold may have fewer. */
  readonly chosen: number;
  readonly isGold: boolean;
}

function ReadyFile({ prepared, chosen, isGold }: ReadyFileProps) {
  const { transfer } = useStores();
  if (isGold && prepared.articles === 0) {
    return <p className={styles.none}>{t`None of the chosen articles has gold yet: their review is not done.`}</p>;
  }
  return (
    <section className={styles.preview} aria-labelledby="preview-heading">
      <header>
        <div>
          <h2 id="preview-heading">{prepared.fileName}</h2>
          <p>
            {withCommas([
              plural(prepared.articles, 'article'),
              plural(prepared.layers, 'layer'),
              plural(prepared.spans, 'span'),
              sizeInWords(prepared.blob.size),
            ])}
          </p>
          {isGold && <GoldLeftOut chosen={chosen} written={prepared.articles} />}
        </div>
        <Button
          look="primary"
          onClick={() => {
            transfer.getState().download(prepared);
          }}
        >
          <Download size={16} aria-hidden="true" />
          {t`Download`}
        </Button>
      </header>
      {prepared.withoutEdits > 0 && <Message kind="warning">{withoutEditsInWords(prepared.withoutEdits)}</Message>}
      {prepared.isTooLarge && (
        <Message kind="warning">{t`Spanmark reads no file of more than ${count(MOST_MIB)} MiB, so this one could not be imported again: choose fewer articles at once, or leave the edits out.`}</Message>
      )}
      {/* It scrolls, and the keyboard must be able to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={t`Start of the file`}>
        {prepared.start}
        {prepared.blob.size > prepared.start.length && '\n…'}
      </pre>
    </section>
  );
}
