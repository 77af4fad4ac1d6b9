import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { ADDRESSES, reviewAddress } from '#state/addresses.ts';
import { useLibrary, useSample } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { hasReview, isNarrowed, type QueueRow, rowsOf } from '#state/review/queue-rows.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { CancelledMessage } from '#ui/cancelled-message.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { plural } from '#language/numbers.ts';
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
      title={t`Review`}
      lead={t`Settle what annotators marked differently. What you decide becomes gold; nobody’s own annotations change.`}
      actions={
        <>
          <StartButton first={rows.find(isReady)} />
          <ComparedFields hasWords />
          <Button
            disabled={!rows.some(isReady)}
            onClick={() => {
              review.getState().openBulk(readyIn(rows));
            }}
          >
            <ListChecks size={16} aria-hidden="true" />
            {t`Accept by a policy`}
          </Button>
        </>
      }
    >
      {queue.phase === 'failed' && (
        <Message kind="problem">
          <span>{t`The articles could not be compared. ${queue.failure}`}</span>
          <Button onClick={read}>{t`Try again`}</Button>
        </Message>
      )}
      {queue.phase === 'cancelled' && (
        <CancelledMessage
          again={t`Compare them now`}
          onAgain={read}
        >{t`Not all articles were compared.`}</CancelledMessage>
      )}
      {queue.phase === 'reading' && queue.progress && queue.progress.total > 20 && (
        <ProgressBar
          name={t`Comparing the articles`}
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

/** The way to the work by one key, before all that narrows the queue. */
function StartButton({ first }: { readonly first: QueueRow | undefined }) {
  return first && <LinkButton look="primary" href={reviewAddress(first.id)}>{t`Start reviewing`}</LinkButton>;
}

function isReady({ state }: QueueRow): boolean {
  return state !== 'waiting' && state !== 'done';
}

function readyIn(rows: readonly QueueRow[]): readonly ArticleId[] {
  return rows.filter(isReady).map(({ id }) => id);
}

function SampleButton() {
  const sample = useSample();
  return <Button disabled={sample.isBusy} onClick={() => void sample.open()}>{t`Try with a sample project`}</Button>;
}

function Rows({ rows, all }: { readonly rows: readonly QueueRow[]; readonly all: number }) {
  const filter = useReview((state) => state.queue.filter);
  const phase = useReview((state) => state.queue.phase);
  const isFiltered = isNarrowed(filter);
  const finished = rows.filter(({ finished: count }) => count > 0).length;
  if (all === 0) {
    return (
      <Message kind="note">
        <span>{t`There is no article yet.`}</span>
        <LinkButton href={ADDRESSES.import}>{t`Import articles`}</LinkButton>
      </Message>
    );
  }
  if (rows.length === 0 && !isFiltered) {
    return (
      <Message kind="note">
        <span>{t`Nobody has annotated an article yet. Import what others have exported, or annotate one yourself.`}</span>
        <LinkButton href={ADDRESSES.import}>{t`Import annotations`}</LinkButton> <SampleButton />
      </Message>
    );
  }
  return (
    <>
      {finished === 0 && !rows.some(hasReview) && !isFiltered && (
        <Message kind="note">
          <span>{t`Nobody has finished an article yet. Whoever has nothing left to mark in one presses “Mark as done” there; then it can be compared.`}</span>
          <LinkButton href={ADDRESSES.annotate}>{t`Annotate`}</LinkButton> <SampleButton />
        </Message>
      )}
      {finished > 0 && !rows.some(hasReview) && !isFiltered && phase === 'ready' && (
        <Message kind="note">
          <span>{t`No article has been finished by two people yet. Import what others have exported to compare it.`}</span>
          <LinkButton href={ADDRESSES.import}>{t`Import annotations`}</LinkButton> <SampleButton />
        </Message>
      )}
      <QueueFilters />
      <p role="status" className="visually-hidden">
        {plural(rows.length, 'article')}
      </p>
      {rows.length === 0 ? (
        <p>{t`No article is like that. Choose fewer kinds or other words above.`}</p>
      ) : (
        <QueueTable rows={rows} />
      )}
    </>
  );
}
