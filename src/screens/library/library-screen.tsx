import { type ArticleId } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useLibrary, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { DropZone } from '#ui/drop-zone.tsx';
import { FailureMessage } from '#ui/failure-message.tsx';
import { Message } from '#ui/message.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { plural } from '#ui/plural.ts';
import { ChartColumn, Upload } from 'lucide-react';
import { useState } from 'react';
import { ArticleTable } from './article-table.tsx';
import { type Filter, filterArticles, statusOf } from './filter-articles.ts';
import styles from './library-screen.module.css';
import { LibraryFilter } from './library-filter.tsx';
import { type Order, sortArticles } from './sort-articles.ts';
import { RemovedArticles } from './removed-articles.tsx';

const EVERYTHING: Filter = { query: '', status: 'any' };

/** All articles of the project and how far everyone is with them. */
export function LibraryScreen() {
  const { transfer, library } = useStores();
  const project = useSession((state) => state.project);
  const annotatorId = useSession((state) => state.annotatorId);
  const phase = useLibrary((state) => state.phase);
  const all = useLibrary((state) => state.articles);
  const seedProblems = useLibrary((state) => state.seedProblems);
  const [filter, setFilter] = useState(EVERYTHING);
  const failure = useLibrary((state) => (state.phase === 'ready' ? state.failure : ''));
  const [order, setOrder] = useState<Order>();
  // Their rows stay where they are until the screen is left.
  const [takenOut, setTakenOut] = useState<readonly ArticleId[]>([]);
  const [putBack, setPutBack] = useState<readonly ArticleId[]>([]);
  const articles = all.filter(({ removed }) => !removed);
  const inPlace = all.filter(({ id, removed }) => !removed || takenOut.includes(id));
  const shown = sortArticles(filterArticles(inPlace, filter, annotatorId), order, annotatorId);
  const done = articles.filter((article) => statusOf(article, annotatorId) === 'done').length;
  return (
    <Page
      title={project.name}
      lead={phase === 'ready' && `${plural(articles.length, 'article')}, ${done} of them done by you.`}
      actions={
        <>
          <LinkButton href={ADDRESSES.statistics}>
            <ChartColumn size={16} aria-hidden="true" />
            Statistics
          </LinkButton>
          <LinkButton look="primary" href={ADDRESSES.import}>
            <Upload size={16} aria-hidden="true" />
            Import
          </LinkButton>
        </>
      }
    >
      <FailureMessage text={failure} onDismiss={library.getState().forgetFailure} />
      {seedProblems.length > 0 && (
        <Message kind="warning">Some files of the seeds folder could not be read: {seedProblems.join('; ')}</Message>
      )}
      <DropZone
        onFiles={(files) => {
          void transfer.getState().read(files);
          location.hash = ADDRESSES.import;
        }}
      >
        {inPlace.length > 0 && <LibraryFilter filter={filter} onChange={setFilter} />}
        {shown.length > 0 && (
          <ArticleTable
            articles={shown}
            returned={[...takenOut, ...putBack]}
            order={order}
            onSort={setOrder}
            onTakeOut={(id) => {
              setTakenOut([...takenOut.filter((other) => other !== id), id]);
              void library.getState().remove(id);
            }}
          />
        )}
        {phase === 'loading' && <p className={styles.empty}>Reading the library…</p>}
        {phase === 'ready' && inPlace.length === 0 && (
          <p className={styles.empty}>
            There is no article here. Drop a text file or a Spanmark bundle on this page, or choose <b>Import</b>.
          </p>
        )}
        {inPlace.length > 0 && shown.length === 0 && (
          <p className={styles.empty}>
            No article matches.{' '}
            <Button
              look="quiet"
              onClick={() => {
                setFilter(EVERYTHING);
              }}
            >
              Show all
            </Button>
          </p>
        )}
      </DropZone>
      <RemovedArticles
        articles={all.filter((article) => article.removed && !shown.includes(article))}
        onPutBack={(id) => {
          setPutBack([...putBack, id]);
          void library.getState().putBack(id);
        }}
      />
    </Page>
  );
}
