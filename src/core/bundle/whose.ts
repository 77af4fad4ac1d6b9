import { type AnnotatorId } from '#core/project/project.ts';

/**
 * Whose layers are read or written: everybody's, those of some annotators, or gold in the place of all of them. Gold holds
 * articles whose review is done, and where `includesPartly` is true those in which something is decided, with what is.
 */
export type Whose =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly annotatorIds: ReadonlySet<AnnotatorId> }
  | { readonly kind: 'gold'; readonly includesPartly: boolean };

export const EVERYONE: Whose = { kind: 'all' };

/** True for an annotator whose layers are meant; no annotator's are where gold is. */
export function isMeant(whose: Whose, id: AnnotatorId): boolean {
  return whose.kind === 'all' || (whose.kind === 'some' && whose.annotatorIds.has(id));
}
