// Types only: the modules behind them come later.
import type { AgreementState } from './agreement/agreement-state.ts';
import type { CorpusState } from './corpus-store.ts';
import type { CorrectionState } from './correction/correction-state.ts';
import type { ExportState } from './exporting/export-store.ts';
import type { FeedbackState } from './feedback/feedback-store.ts';
import type { HistoryState } from './history/history-store.ts';
import type { LabelsState } from './labels/labels-state.ts';
import type { LaterStores } from './later-stores.ts';
import type { ReviewState } from './review/review-parts.ts';
import type { ShareState } from './sharing/share-store.ts';
import type { TrashState } from './trash/trash-store.ts';
import { use, useCallback, useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useLibrary, useStores } from './react.tsx';

/** The stores that only some screens need; a screen that asks for them is drawn once they are there. */
export function useLaterStores(): LaterStores {
  return use(useStores().later.load());
}

export function useAgreement<Part>(select: (state: AgreementState) => Part): Part {
  return useStore(useLaterStores().agreement, select);
}

export function useReview<Part>(select: (state: ReviewState) => Part): Part {
  return useStore(useLaterStores().review, select);
}

export function useCorrection<Part>(select: (state: CorrectionState) => Part): Part {
  return useStore(useLaterStores().correction, select);
}

export function useLabels<Part>(select: (state: LabelsState) => Part): Part {
  return useStore(useLaterStores().labels, select);
}

export function useExporting<Part>(select: (state: ExportState) => Part): Part {
  return useStore(useLaterStores().exporting, select);
}

export function useFeedback<Part>(select: (state: FeedbackState) => Part): Part {
  return useStore(useLaterStores().feedback, select);
}

export function useHistory<Part>(select: (state: HistoryState) => Part): Part {
  return useStore(useLaterStores().history, select);
}

export function useTrash<Part>(select: (state: TrashState) => Part): Part {
  return useStore(useLaterStores().trash, select);
}

export function useSharing<Part>(select: (state: ShareState) => Part): Part {
  return useStore(useLaterStores().sharing, select);
}

export function useCorpus<Part>(select: (state: CorpusState) => Part): Part {
  return useStore(useLaterStores().corpus, select);
}

/** What is asked of the review, or `otherwise` as long as no screen has needed it: for what is drawn around all screens. */
export function useReviewIfHere<Part>(select: (state: ReviewState) => Part, otherwise: Part): Part {
  const review = useStore(useStores().later.here, ({ stores }) => stores?.review);
  const subscribe = useCallback((onChange: () => void) => review?.subscribe(onChange) ?? (() => {}), [review]);
  return useSyncExternalStore(subscribe, () => (review ? select(review.getState()) : otherwise));
}

/** For a screen that searches or counts: has everything read once for its visit, and again when the articles changed. */
export function useCorpusVisit(): void {
  const { corpus } = useLaterStores();
  const articles = useLibrary((state) => state.articles);
  const isLoading = useLibrary((state) => state.phase === 'loading');
  useEffect(() => {
    if (!isLoading) void corpus.getState().read();
  }, [corpus, articles, isLoading]);
  useEffect(() => () => corpus.getState().close(), [corpus]);
}
