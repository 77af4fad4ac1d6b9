import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { useStores } from '#state/react.tsx';
import { type PreparedExport } from '#state/transfer-store.ts';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { plural } from '#ui/plural.ts';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './export-preview.module.css';

interface ExportPreviewProps {
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly annotatorId: AnnotatorId | 'all';
}

type Preparing =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready'; readonly prepared: PreparedExport }
  | { readonly kind: 'failed'; readonly message: string };

/** Makes the file, says what is in it, shows its start and hands it over. */
export function ExportPreview({ articleIds, annotatorId }: ExportPreviewProps) {
  const { transfer, annotate } = useStores();
  const [preparing, setPreparing] = useState<Preparing>({ kind: 'preparing' });
  useEffect(() => {
    let isCurrent = true;
    const prepare = async (): Promise<PreparedExport> => {
      // An edit that is still on its way to the disk belongs into the file.
      await annotate.getState().settled();
      return transfer.getState().prepareExport({ articleIds, annotatorId });
    };
    prepare().then(
      (prepared) => {
        if (isCurrent) setPreparing({ kind: 'ready', prepared });
      },
      (error: unknown) => {
        if (isCurrent)
          setPreparing({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [annotate, transfer, articleIds, annotatorId]);

  if (articleIds.size === 0) return <p className={styles.none}>Tick at least one article.</p>;
  if (preparing.kind === 'failed')
    return <Message kind="problem">The file could not be made. {preparing.message}</Message>;
  if (preparing.kind === 'preparing') return <p className={styles.none}>Making the file…</p>;
  const { prepared } = preparing;
  return (
    <section className={styles.preview} aria-labelledby="preview-heading">
      <header>
        <div>
          <h2 id="preview-heading">{prepared.fileName}</h2>
          <p>
            {plural(prepared.articles, 'article')}, {plural(prepared.layers, 'layer')}, {plural(prepared.spans, 'span')}
            , {sizeInWords(prepared.blob.size)}
          </p>
        </div>
        <Button
          look="primary"
          onClick={() => {
            transfer.getState().download(prepared);
          }}
        >
          <Download size={16} aria-hidden="true" />
          Download
        </Button>
      </header>
      {/* It scrolls, and the keyboard must be able to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label="Start of the file">
        {prepared.start}
        {prepared.blob.size > prepared.start.length && '\n…'}
      </pre>
    </section>
  );
}

function sizeInWords(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(size)} ${unit}`;
}
