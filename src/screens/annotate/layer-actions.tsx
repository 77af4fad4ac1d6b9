import { t } from '#language/t.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { historyAddress, readingPageAddress } from '#state/addresses.ts';
import { withKeyText } from '#state/keys/key-text.ts';
import { useAnnotate, useStores } from '#state/react.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { BookOpenText, History, Printer, Trash2 } from 'lucide-react';
import { useKeyText } from './keys/use-key-text.ts';
import styles from './layer-actions.module.css';

interface LayerActionsProps {
  readonly annotatorId: AnnotatorId;
  /** Called once the layer is in the trash. */
  readonly onGone: () => void;
}

/** What can be done with the shown layer as a whole; with one that says nothing, it can be printed only. */
export function LayerActions({ annotatorId, onGone }: LayerActionsProps) {
  const { annotate, later } = useStores();
  const keyText = useKeyText();
  const articleId = useAnnotate((state) => state.article.id);
  const isThere = useAnnotate(({ layer, number }) => number > 0 || layer.status !== 'not-started');
  const isInTrash = useAnnotate((state) => state.permission === 'in-trash');
  const moveToTrash = async (): Promise<void> => {
    const { trash } = await later.load();
    const { isDone, text } = await trash.getState().moveLayer(articleId, annotatorId);
    annotate.getState().say(text);
    if (isDone) onGone();
  };
  return (
    <div className={styles.actions} data-layer-actions>
      <Button
        look="quiet"
        aria-label={t`Print the article`}
        title={withKeyText(t`Print the article with its spans`, keyText('print'))}
        onClick={() => {
          print();
        }}
      >
        <Printer size={15} aria-hidden="true" />
        {t`Print`}
      </Button>
      {isThere && (
        <LinkButton
          href={readingPageAddress(articleId, annotatorId)}
          className={styles.quiet}
          aria-label={t`Page for reading`}
          title={withKeyText(t`One HTML file for readers`, keyText('page-for-reading'))}
        >
          <BookOpenText size={15} aria-hidden="true" />
          {t`For reading`}
        </LinkButton>
      )}
      {isThere && (
        <LinkButton href={historyAddress(articleId, annotatorId)} className={styles.quiet}>
          <History size={15} aria-hidden="true" />
          {t`History`}
        </LinkButton>
      )}
      {isThere && !isInTrash && (
        <Button look="quiet" aria-label={t`Move this layer to the trash`} onClick={() => void moveToTrash()}>
          <Trash2 size={15} aria-hidden="true" />
          {t`To the trash`}
        </Button>
      )}
    </div>
  );
}
