import { type ArticleId } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useLibrary } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { hasReview, type QueueRow, rowsOf } from '#state/review/queue-rows.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { CancelledMessage } from '#ui/cancelled-message.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { plural } from '#ui/plural.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { ListChecks } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { BulkDialog } from './bulk-dialog.tsx';
import { ComparedFields } from './compared-fields.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueTable } from './queue-table.tsx';

/** The articles that can be reviewed, with what is left to do in each. */
export function ReviewQueue() {
  const { review } = useLaterStores();
  const queue = useReview((state) => state.queue);
  const choice = useReview((state) => state.choice);
  const isLoading = useLibrary((state) => state.phase === 'loading');
  const articles = useLibrary((state) => state.articles);
  const present = useLibrary((state) => state.present());
  const rows = useMemo(() => rowsOf(present, queue, choice), [present, queue, choice]);
  useEffect(() => {
    // Whenever the library has changed: an import may have brought other layers.
    if (!isLoading) void review.getState().readQueue();
  }, [review, isLoading, articles]);
  const read = (): void => {
    void review.getState().readQueue();
  };
  return (
    <Page
      title="Review"
      lead="Settle what annotators marked differently. What you decide becomes gold; nobody’s own annotations change."
      actions={
        <>
          <ComparedFields hasWords />
          <Button
            disabled={!rows.some(isReady)}
            onClick={() => {
              review.getState().openBulk(readyIn(rows));
            }}
          >
            <ListChecks size={16} aria-hidden="true" />
            Accept by a policy
          </Button>
        </>
      }
    >
      {queue.phase === 'failed' && (
        <Message kind="problem">
          <span>The articles could not be compared. {queue.failure}</span>
          <Button onClick={read}>Try again</Button>
        </Message>
      )}
      {queue.phase === 'cancelled' && (
        <CancelledMessage again="Compare them now" onAgain={read}>
          Not all articles were compared.
        </CancelledMessage>
      )}
      {queue.phase === 'reading' && queue.progress && queue.progress.total > 20 && (
        <ProgressBar
          name="Comparing the articles"
          progress={queue.progress}
          onCancel={() => {
            review.getState().cancelQueue();
          }}
        />
      )}
      {!isLoading && <Rows rows={rows} all={present.length} />}
      <BulkDialog />
    </Page>
  );
}

function isReady({ state }: QueueRow): boolean {
  return state !== 'waiting' && state !== 'done';
}

function readyIn(rows: readonly QueueRow[]): readonly ArticleId[] {
  return rows.filter(isReady).map(({ id }) => id);
}

function Rows({ rows, all }: { readonly rows: readonly QueueRow[]; readonly all: number }) {
  const filter = useReview((state) => state.queue.filter);
  const phase = useReview((state) => state.queue.phase);
  const isFiltered = filter.kind !== '' || filter.label !== '' || filter.annotatorId !== '' || filter.isStaleOnly;
  const finished = rows.filter(({ finished: count }) => count > 0).length;
  if (all === 0) {
    return (
      <Message kind="note">
        <span>There is no article yet.</span>
        <LinkButton href={ADDRESSES.import}>Import articles</LinkButton>
      </Message>
    );
  }
  if (rows.length === 0 && !isFiltered) {
    return (
      <Message kind="note">
        <span>Nobody has annotated an article yet. Import what others have exported, or annotate one yourself.</span>
        <LinkButton href={ADDRESSES.import}>Import annotations</LinkButton>
      </Message>
    );
  }
  return (
    <>
      {finished === 0 && !rows.some(hasReview) && !isFiltered && (
        <Message kind="note">
          <span>
            Nobody has finished an article yet. Whoever has nothing left to mark in one presses “Mark as done” there;
            then it can be compared.
          </span>
          <LinkButton href={ADDRESSES.annotate}>Annotate</LinkButton>
        </Message>
      )}
      {finished > 0 && !rows.some(hasReview) && !isFiltered && phase === 'ready' && (
        <Message kind="note">
          <span>No article has been finished by two people yet. Import what others have exported to compare it.</span>
          <LinkButton href={ADDRESSES.import}>Import annotations</LinkButton>
        </Message>
      )}
      <QueueFilters />
      <p role="status" className="visually-hidden">
        {plural(rows.length, 'article')}
      </p>
      {rows.length === 0 ? <p>No article is like that.</p> : <QueueTable rows={rows} />}
    </>
  );
}
