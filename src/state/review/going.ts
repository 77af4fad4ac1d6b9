import { type Group } from '#core/alignment/group.ts';
import { linksBetween, type LinksFrom } from '#core/alignment/group-links.ts';
import { type Proposal, proposalsOf } from '#core/alignment/proposals.ts';
import { firstFocus } from './decision-parts.ts';
import { isToDecide } from './review-items.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type WhyDrafts } from './why-drafts.ts';

/** Without a current group. */
const NOWHERE = { currentId: undefined, proposals: [], focused: undefined, draft: undefined, reasons: [], comment: '' };

/** Which group is current, with what can be said about it. */
export function createGoing(
  { set, get }: Pick<ReviewParts, 'set' | 'get'>,
  drafts: Pick<WhyDrafts, 'commentOf' | 'reasonsOf'>,
): Pick<ReviewState, 'goTo'> {
  /** The links of the open article's layers, made once for its groups. */
  let links: { readonly of: readonly Group[]; readonly from: LinksFrom } | undefined;

  const proposalsFor = (group: Group): readonly Proposal[] => {
    const { layers, groups } = get();
    if (links?.of !== groups) links = { of: groups, from: linksBetween(layers, groups) };
    return proposalsOf(group, links.from);
  };

  const goTo: ReviewState['goTo'] = (id, isRevealed = false) => {
    const { items, reveal } = get();
    const item = items.find((each) => each.id === id);
    if (!item) return set(NOWHERE);
    const proposals = item.group ? proposalsFor(item.group) : [];
    const last = item.decisions.at(-1);
    const isAsked = isToDecide(item);
    set({
      currentId: item.id,
      proposals,
      // What has changed since it was decided is decided anew with one key as well.
      focused: item.group && isAsked ? firstFocus(item.group, proposals) : undefined,
      reasons: (isAsked ? drafts.reasonsOf(item.id) : undefined) ?? last?.reasons ?? [],
      comment: drafts.commentOf(item.id) ?? last?.comment ?? '',
      draft: undefined,
      selection: { anchor: item.hull.from, head: item.hull.from },
      ...(isRevealed ? { reveal: reveal + 1 } : {}),
    });
  };

  return { goTo };
}
