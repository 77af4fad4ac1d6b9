import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { nextNotice, NOTHING_OPEN } from './annotate-state.ts';
import { createChanging } from './changing.ts';
import { createDescribing } from './describing.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { createEditing } from './editing.ts';
import { createKeeping } from './keeping.ts';
import { createLinking } from './linking.ts';
import { createMemoryDownload } from './memory-download.ts';
import { createOpening } from './opening.ts';
import { type SessionStore } from '#state/session-store.ts';
import { createSelecting } from './selecting.ts';
import { createTagging } from './tagging.ts';

export type AnnotateStore = StoreApi<AnnotateState>;

/** Makes the store of the open article from its parts. */
export function createAnnotateStore(dependencies: Dependencies, session: SessionStore): AnnotateStore {
  return createStore<AnnotateState>((set, get) => {
    const parts: Parts = {
      dependencies,
      session,
      get,
      set: (part) => {
        // A fragment can still be added to a span after a click beside it.
        set(part.selectedId === undefined ? part : { ...part, lastSelectedId: part.selectedId });
      },
    };
    const editing = createEditing(parts);
    return {
      ...NOTHING_OPEN,
      ...createOpening(parts, editing),
      ...editing.actions,
      ...createSelecting(parts),
      ...createTagging(parts),
      ...createChanging(parts),
      ...createDescribing(parts),
      ...createLinking(parts),
      ...createMemoryDownload(parts),
      ...createKeeping(parts, editing.queue),
      say: (text, isQuiet = false) => {
        set({ notice: nextNotice(get().notice, text, isQuiet) });
      },
    };
  });
}
