import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type ArticleId } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useLibrary, useSample, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { DropZone } from '#ui/drop-zone.tsx';
import { FailureMessage } from '#ui/failure-message.tsx';
import { Message } from '#ui/message.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { withSemicolons } from '#language/lists.ts';
import { count, plural } from '#language/numbers.ts';
import { ChartColumn, Upload } from 'lucide-react';
import { useCallback, useState } from 'react';
import { ArticleTable, type Moved } from './article-table.tsx';
import { type Filter } from './filter-articles.ts';
import { FirstSteps } from './first-steps.tsx';
import styles from './library-screen.module.css';
import { LibraryFilter } from './library-filter.tsx';
import { type Order } from './sort-articles.ts';
import { RemovedArticles } from './removed-articles.tsx';
import { useLibraryRows } from './use-library-rows.ts';
import { usePastedArticle } from './use-pasted-article.ts';

const EVERYTHING: Filter = { query: '', status: 'any' };

/** All articles of the project and how far everyone is with them. */
export function LibraryScreen() {
  const { transfer, library } = useStores();
  const project = useSession((state) => state.project);
  const phase = useLibrary((state) => state.phase);
  const seedProblems = useLibrary((state) => state.seedProblems);
  const failure = useLibrary((state) => (state.phase === 'ready' ? state.failure : ''));
  const [filter, setFilter] = useState(EVERYTHING);
  const [order, setOrder] = useState<Order>();
  const { takenOut, moved, takeOut, putBack, forgetMoved } = useTakingOut();
  const rows = useLibraryRows(filter, order, takenOut);
  usePastedArticle();
  const sample = useSample();
  return (
    <Page
      title={project.name}
      lead={
        phase === 'ready'
          ? t`${plural(rows.count, 'article')}, ${count(rows.done)} of them done by you.`
          : rows.isOpening && t`Reading the library…`
      }
      actions={
        <>
          <LinkButton href={ADDRESSES.statistics}>
            <ChartColumn size={16} aria-hidden="true" />
            {t`Statistics`}
          </LinkButton>
          <LinkButton look="primary" href={ADDRESSES.import}>
            <Upload size={16} aria-hidden="true" />
            {t`Import`}
          </LinkButton>
        </>
      }
    >
      <FailureMessage text={failure} onDismiss={library.getState().forgetFailure} />
      {seedProblems.length > 0 && (
        <Message kind="warning">{t`Some files of the seeds folder could not be read: ${withSemicolons(seedProblems)}`}</Message>
      )}
      <FirstSteps />
      <DropZone
        onFiles={(files) => {
          void transfer.getState().read(files);
          location.hash = ADDRESSES.import;
        }}
      >
        {rows.hasArticles && <LibraryFilter filter={filter} onChange={setFilter} />}
        {rows.shown.length > 0 && (
          <ArticleTable
            articles={rows.shown}
            isOpening={rows.isOpening}
            moved={moved}
            onShown={forgetMoved}
            order={order}
            onSort={setOrder}
            onTakeOut={takeOut}
            onPutBack={putBack}
          />
        )}
        {phase === 'loading' && !rows.isOpening && <p className={styles.empty}>{t`Reading the library…`}</p>}
        {phase === 'ready' && !rows.hasArticles && (
          <p className={styles.empty}>
            {tNodes`There is no article here. Paste a text or drop files or a folder on this page, ${<a href={ADDRESSES.import}>{t`choose files`}</a>}, or see how it looks with ${<Button look="quiet" disabled={sample.isBusy} onClick={() => void sample.open()}>{t`a sample project`}</Button>}`}
          </p>
        )}
        {phase === 'ready' && rows.hasArticles && rows.shown.length === 0 && (
          <p className={styles.empty}>
            {tNodes`No article matches. ${(
              <Button
                look="quiet"
                onClick={() => {
                  setFilter(EVERYTHING);
                }}
              >{t`Show all`}</Button>
            )}`}
          </p>
        )}
      </DropZone>
      <RemovedArticles articles={rows.removed} onPutBack={putBack} />
    </Page>
  );
}

/**
 * Takes articles out and puts them back. Those that were taken out on this visit of the screen keep their place in the table,
 * and the last one that was moved takes the focus that it lost.
 */
function useTakingOut() {
  const { library } = useStores();
  const [takenOut, setTakenOut] = useState<ReadonlySet<ArticleId>>(new Set());
  const [moved, setMoved] = useState<Moved>();
  const takeOut = useCallback(
    (id: ArticleId) => {
      setTakenOut((before) => new Set([...before, id]));
      setMoved({ id, to: 'taken-out' });
      void library.getState().remove(id);
    },
    [library],
  );
  const putBack = useCallback(
    (id: ArticleId) => {
      setMoved({ id, to: 'put-back' });
      void library.getState().putBack(id);
    },
    [library],
  );
  const forgetMoved = useCallback(() => {
    setMoved(undefined);
  }, []);
  return { takenOut, moved, takeOut, putBack, forgetMoved };
}
