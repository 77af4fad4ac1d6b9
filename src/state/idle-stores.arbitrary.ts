import { createAnnotateStore } from './annotate/annotate-store.ts';
import { createCorpusStore } from './corpus-store.ts';
import { createCorrectionStore } from './correction/correction-store.ts';
import { type Dependencies } from './dependencies.ts';
import { createEverywhereStore } from './everywhere/everywhere-store.ts';
import { createFeedbackStore } from './feedback/feedback-store.ts';
import { createExportStore } from './exporting/export-store.ts';
import { createGuidelinesStore } from './guidelines/guidelines-store.ts';
import { createKeysStore } from './keys/keys-store.ts';
import { createLabelsStore } from './labels/labels-store.ts';
import { createLibraryStore } from './library-store.ts';
import { createProjectsStore } from './projects-store.ts';
import { type Stores } from './react.tsx';
import { createReviewStore } from './review/review-store.ts';
import { createSessionStore } from './session-store.ts';
import { createShareStore } from './sharing/share-store.ts';
import { createThreadsStore } from './threads/threads-store.ts';
import { createTransferStore } from './transfer-store.ts';

/** Stores without a disk, for drawing a state that a test sets; their actions are not to be used. */
export function idleStores(): Stores {
  const dependencies = {} as Dependencies;
  const session = createSessionStore(dependencies);
  const library = createLibraryStore(dependencies, session);
  const annotate = createAnnotateStore(dependencies, session);
  const everywhere = createEverywhereStore(dependencies, session, library, annotate);
  const transfer = createTransferStore(dependencies, session);
  const exporting = createExportStore(dependencies, session);
  const projects = createProjectsStore(dependencies, { session, library, annotate, transfer });
  const guidelines = createGuidelinesStore(dependencies, session);
  const keys = createKeysStore(dependencies);
  const corpus = createCorpusStore(dependencies, { session, library, annotate });
  const correction = createCorrectionStore(dependencies, session, annotate, library);
  const labels = createLabelsStore(dependencies, session, annotate);
  const threads = createThreadsStore(dependencies, session);
  const feedback = createFeedbackStore(dependencies, session);
  const sharing = createShareStore(dependencies, session, library);
  const review = createReviewStore(dependencies, { session, library, annotate });
  return {
    session,
    library,
    annotate,
    everywhere,
    transfer,
    exporting,
    guidelines,
    keys,
    projects,
    corpus,
    correction,
    threads,
    feedback,
    sharing,
    labels,
    review,
  };
}
