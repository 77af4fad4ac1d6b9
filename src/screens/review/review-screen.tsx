import { t } from '#language/t.ts';
import { type SpanRef } from '#core/alignment/group.ts';
import { type ArticleId } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useSession, useStores } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { UnopenedArticle } from '#views/articles/unopened-article.tsx';
import { type ArticleTextHandle } from '#views/text/article-text.tsx';
import { type Ref, type RefObject, useEffect, useRef, useState } from 'react';
import { BulkDialog } from './bulk-dialog.tsx';
import { GroupCard } from './card/group-card.tsx';
import { GroupsList } from './groups-list.tsx';
import { useReviewKeys } from './keys/use-review-keys.ts';
import { ReviewHeader } from './review-header.tsx';
import { type ReviewHandle, useReviewHandle } from './review-handle.ts';
import styles from './review-screen.module.css';
import { ReviewText } from './review-text.tsx';
import { useReviewContext } from './use-review-context.ts';

interface ReviewScreenProps {
  readonly articleId: ArticleId;
  /** The span whose group is current first; the next open group where it is undefined, or is not compared. */
  readonly span: SpanRef | undefined;
  readonly ref?: Ref<ReviewHandle>;
}

/** One article under review: its text with gold, and beside it what is to be settled. */
export function ReviewScreen({ articleId, span, ref }: ReviewScreenProps) {
  const { session, threads } = useStores();
  const { spanId, annotatorId } = span ?? {};
  const { review } = useLaterStores();
  const phase = useReview((state) => state.phase);
  const failure = useReview((state) => state.failure);
  const currentId = useReview((state) => state.currentId);
  const nameAsked = useSession((state) => state.nameAsked);
  const screen = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const view = useRef<ArticleTextHandle>(null);
  const [isLow, setLow] = useState(false);

  useEffect(() => {
    void review.getState().open(articleId, spanId && annotatorId && { spanId, annotatorId });
    // What comes after this article is asked of the queue.
    if (review.getState().queue.phase === 'closed') void review.getState().readQueue();
  }, [review, articleId, spanId, annotatorId]);
  useEffect(() => {
    void threads.getState().open(articleId);
    return threads.getState().close;
  }, [threads, articleId]);
  useEffect(() => () => review.getState().close(), [review]);
  useEffect(() => {
    if (phase !== 'open') return;
    if (review.getState().reveal === 0) scrollTo(0, 0);
    if (nameAsked) view.current?.focus();
  }, [review, session, phase, articleId, nameAsked]);
  useFresh();
  useKeptFocus(view, currentId);
  const context = useReviewContext(screen, view);
  useReviewKeys(context);
  useReviewHandle(ref, context);

  if (phase === 'missing' || phase === 'failed') {
    return <UnopenedArticle failure={phase === 'missing' ? '' : failure} libraryAddress={ADDRESSES.library} />;
  }
  const focusText = (): void => {
    view.current?.focus();
  };
  return (
    <div ref={screen} className={styles.screen}>
      <main className={styles.main} id="main" tabIndex={-1}>
        {phase === 'open' && (
          <>
            <ReviewHeader onReturnToText={focusText} />
            <ReviewText view={view} isLow={isLow} covered={() => coveredBy(panel.current)} />
          </>
        )}
      </main>
      <aside
        ref={panel}
        className={`${styles.panel} ${isLow ? styles.low : ''}`}
        data-low={isLow ? '' : undefined}
        aria-label={t`Groups and decisions`}
        data-sheet
      >
        {phase === 'open' && (
          <>
            <GroupCard
              onReturnToText={focusText}
              isLow={isLow}
              onLower={() => {
                setLow(!isLow);
                panel.current?.scrollTo(0, 0);
              }}
            />
            <GroupsList onReturnToText={focusText} />
          </>
        )}
      </aside>
      <BulkDialog />
    </div>
  );
}

/** On small screens the card lies over the foot of the window. */
function coveredBy(panel: HTMLElement | null): number {
  if (!panel || getComputedStyle(panel).position !== 'fixed') return 0;
  // Beside the text it covers nothing.
  if (panel.offsetWidth < innerWidth) return 0;
  return panel.getBoundingClientRect().height;
}

/** Whoever comes back to the tab sees what was changed elsewhere meanwhile. */
function useFresh(): void {
  const { review } = useLaterStores();
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void review.getState().refresh();
    };
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [review]);
}

/** A button of the card that had the focus may be gone with its group: the text has it then. */
function useKeptFocus(view: RefObject<ArticleTextHandle | null>, currentId: string | undefined): void {
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) view.current?.focus();
  }, [view, currentId]);
}
