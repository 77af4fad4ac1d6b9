import { t } from '#language/t.ts';
import { findLinkType } from '#core/labels/label-set.ts';
import { type LinkTypeId, mayEndAt, mayStartAt } from '#core/labels/link-type.ts';
import { placeOf } from './link-places.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type DraftSpan } from './review-state.ts';
import { labelName, linkName } from './review-words.ts';

/** Choosing where the links of what is being changed go. Nothing is decided before it is saved. */
export function createDraftLinks({
  session,
  set,
  get,
}: ReviewParts): Pick<ReviewState, 'addDraftLink' | 'removeDraftLink'> {
  const without = ({ links }: DraftSpan, type: LinkTypeId, place?: string): DraftSpan['links'] =>
    links.filter((link) => link.type !== type || (place !== undefined && placeOf(get(), link.to)?.key !== place));

  return {
    addDraftLink: (id, { key, to, label, words }) => {
      const { draft, say } = get();
      const { labelSet } = session.getState().project;
      const type = findLinkType(labelSet, id);
      if (!draft || !type) return;
      if (!mayStartAt(type, draft.label) || !mayEndAt(type, label)) {
        const [from, end] = [draft.label, label].map((each) => labelName(labelSet, each));
        return say(t`${type.name} does not go from ${from!} to ${end!}.`);
      }
      const links = without(draft, id, type.isSingle ? undefined : key);
      set({ draft: { ...draft, links: [...links, { type: id, to }] } });
      say(`${type.name}: ${words}.`);
    },
    removeDraftLink: (id, place) => {
      const { draft, say } = get();
      if (!draft) return;
      set({ draft: { ...draft, links: without(draft, id, place) } });
      say(t`${linkName(session.getState().project.labelSet, id)}: link taken away.`);
    },
  };
}
