import { createAnnotateStore } from '#state/annotate/annotate-store.ts';
import { createCorpusStore } from '#state/corpus-store.ts';
import { createCorrectionStore } from '#state/correction/correction-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { createEverywhereStore } from '#state/everywhere/everywhere-store.ts';
import { createExportStore } from '#state/exporting/export-store.ts';
import { createGuidelinesStore } from '#state/guidelines/guidelines-store.ts';
import { createKeysStore } from '#state/keys/keys-store.ts';
import { createLabelsStore } from '#state/labels/labels-store.ts';
import { createLibraryStore } from '#state/library-store.ts';
import { createProjectsStore } from '#state/projects-store.ts';
import { type Stores } from '#state/react.tsx';
import { createReviewStore } from '#state/review/review-store.ts';
import { createSessionStore } from '#state/session-store.ts';
import { createFeedbackStore } from '#state/feedback/feedback-store.ts';
import { createShareStore } from '#state/sharing/share-store.ts';
import { createThreadsStore } from '#state/threads/threads-store.ts';
import { createTransferStore } from '#state/transfer-store.ts';

/** Makes every store of the app, and lets those that show the same thing hear of one another. */
export function createStores(dependencies: Dependencies): Stores {
  const session = createSessionStore(dependencies);
  const library = createLibraryStore(dependencies, session);
  const annotate = createAnnotateStore(dependencies, session);
  const everywhere = createEverywhereStore(dependencies, session, library, annotate);
  const labels = createLabelsStore(dependencies, session, annotate);
  const transfer = createTransferStore(dependencies, session);
  const exporting = createExportStore(dependencies, session);
  const guidelines = createGuidelinesStore(dependencies, session);
  const projects = createProjectsStore(dependencies, { session, library, annotate, transfer });
  const corpus = createCorpusStore(dependencies, { session, library, annotate });
  const correction = createCorrectionStore(dependencies, session, annotate, library);
  const threads = createThreadsStore(dependencies, session);
  const feedback = createFeedbackStore(dependencies, session);
  const sharing = createShareStore(dependencies, session, library);
  const review = createReviewStore(dependencies, { session, library, annotate });
  annotate.subscribe((state, before) => {
    if (state.phase === 'open' && state.layer !== before.layer) library.getState().showLayer(state.layer);
    if (state.changedElsewhere > before.changedElsewhere) void library.getState().refresh();
  });
  labels.subscribe((state, before) => {
    if (state.layers !== before.layers) void library.getState().refresh();
  });
  transfer.subscribe((state, before) => {
    if (state.phase !== 'done' || before.phase === 'done') return;
    void library.getState().refresh();
    void review.getState().refresh();
  });
  session.subscribe((state, before) => {
    if (state.project.id !== before.project.id) review.getState().leaveProject();
  });
  const keys = createKeysStore(dependencies);
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
