import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type LibraryStore } from '#state/library-store.ts';
import { type SessionStore } from '#state/session-store.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NO_BULK } from './bulk-state.ts';
import { createBulk } from './bulk.ts';
import { createCommitting } from './committing.ts';
import { createDeciding } from './deciding.ts';
import { createDraftLinks } from './draft-links.ts';
import { createDraftValues } from './draft-values.ts';
import { createDrafting } from './drafting.ts';
import { createExplaining } from './explaining.ts';
import { createFinishing } from './finishing.ts';
import { createGoing } from './going.ts';
import { createOpening } from './opening.ts';
import { NO_QUEUE } from './queue-state.ts';
import { createQueue } from './queue.ts';
import { createRemembering } from './remembering.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { FIRST_REVIEW } from './review-state.ts';
import { createUndoing } from './undoing.ts';
import { createWalking } from './walking.ts';
import { createWhyDrafts } from './why-drafts.ts';
import { createReviewWriting } from './writing.ts';

export type ReviewStore = StoreApi<ReviewState>;

/** The stores that say what there is to review, and who reviews it. */
interface Around {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
}

/** Makes the store of the review from its parts. */
export function createReviewStore(dependencies: Dependencies, around: Around): ReviewStore {
  return createStore<ReviewState>((set, get) => {
    const parts: ReviewParts = { dependencies, ...around, get, set };
    const { keepUnsaved, downloadFromMemory, ...writes } = createReviewWriting(parts);
    const drafts = createWhyDrafts(parts);
    const committing = createCommitting(parts, writes, drafts);
    const remembering = createRemembering(parts);
    return {
      ...FIRST_REVIEW,
      queue: NO_QUEUE,
      bulk: NO_BULK,
      done: [],
      undone: [],
      ...createOpening(parts, remembering, writes, drafts),
      ...createGoing(parts, drafts),
      ...createWalking(parts),
      showNames: remembering.showNames,
      ...createDeciding(parts, committing),
      ...createExplaining(parts, committing, drafts),
      ...createDraftValues(parts),
      ...createDraftLinks(parts),
      ...createDrafting(parts, committing),
      ...createUndoing(parts, committing, writes),
      ...createFinishing(parts, writes),
      ...createQueue(parts, remembering.ready, writes),
      ...createBulk(parts, writes),
      downloadFromMemory,
      keepUnsaved: () => {
        keepUnsaved();
        drafts.keepUnsaved();
      },
      say: (text, isQuiet) => {
        around.annotate.getState().say(text, isQuiet);
      },
    };
  });
}
