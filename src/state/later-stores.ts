import { type AgreementStore, createAgreementStore } from './agreement/agreement-store.ts';
import { type CorpusStore, createCorpusStore } from './corpus-store.ts';
import { type CorrectionStore, createCorrectionStore } from './correction/correction-store.ts';
import { type Dependencies } from './dependencies.ts';
import { type EarlierStores } from './earlier-stores.ts';
import { createExportStore, type ExportStore } from './exporting/export-store.ts';
import { createFeedbackStore, type FeedbackStore } from './feedback/feedback-store.ts';
import { createHistoryStore, type HistoryStore } from './history/history-store.ts';
import { createLabelsStore, type LabelsStore } from './labels/labels-store.ts';
import { createReviewStore, type ReviewStore } from './review/review-store.ts';
import { createShareStore, type ShareStore } from './sharing/share-store.ts';
import { createTrashStore, type TrashStore } from './trash/trash-store.ts';

/** The stores that only some screens need: they come when the first of these screens is gone to. */
export interface LaterStores {
  readonly labels: LabelsStore;
  readonly exporting: ExportStore;
  readonly corpus: CorpusStore;
  readonly correction: CorrectionStore;
  readonly feedback: FeedbackStore;
  readonly sharing: ShareStore;
  readonly review: ReviewStore;
  readonly agreement: AgreementStore;
  readonly trash: TrashStore;
  readonly history: HistoryStore;
}

/** Makes them over the stores that are there from the start. */
export function createLaterStores(dependencies: Dependencies, earlier: EarlierStores): LaterStores {
  const { session, library, annotate } = earlier;
  return {
    labels: createLabelsStore(dependencies, session, annotate),
    exporting: createExportStore(dependencies, session),
    corpus: createCorpusStore(dependencies, { session, library, annotate }),
    correction: createCorrectionStore(dependencies, session, annotate, library),
    feedback: createFeedbackStore(dependencies, session),
    sharing: createShareStore(dependencies, session, library),
    review: createReviewStore(dependencies, { session, library, annotate }),
    agreement: createAgreementStore(dependencies, { session, library, annotate }),
    trash: createTrashStore(dependencies, { session, library, annotate }),
    history: createHistoryStore(dependencies, { session, annotate }),
  };
}
