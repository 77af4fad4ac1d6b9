import { type AnnotateStore } from './annotate/annotate-store.ts';
import { type LibraryStore } from './library-store.ts';
import { type SessionStore } from './session-store.ts';

/** The stores that are there from the start, as far as those that come later rest on them. */
export interface EarlierStores {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
}
