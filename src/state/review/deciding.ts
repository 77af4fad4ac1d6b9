import { t } from '#language/t.ts';
import { plural } from '#language/numbers.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { acceptParts, acceptProposal, adjust, defer, keepDecision, reject } from '#core/review/decide.ts';
import { type GroupState } from '#core/review/fold-gold.ts';
import { intersectionOf, majorityLabel, unionOf } from '#core/review/merge-extents.ts';
import { type Committing } from './committing.ts';
import { firstFocus } from './decision-parts.ts';
import { type PartSpan, splitOf } from './group-parts.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { allBefore, currentItem } from './review-items.ts';
import { type ReviewItem } from './review-state.ts';
import { labelName } from './review-words.ts';

type DecidingActions = Pick<ReviewState, 'pressLine' | 'accept' | 'reject' | 'defer' | 'merge' | 'takeSplit' | 'keep'>;

/** Settling the current group. Every action is one decision. */
export function createDeciding({ session, get }: ReviewParts, committing: Committing): DecidingActions {
  const { decide, deciding } = committing;
  const nameOfLabel = (id: LabelId): string => labelName(session.getState().project.labelSet, id);

  const current = (): ReviewItem | undefined => {
    const item = currentItem(get());
    if (!item) get().say(t`Choose a group first.`);
    return item;
  };

  const leaveOut: DecidingActions['reject'] = () => {
    const item = current();
    if (!item) return;
    if (item.group) decide(reject([item.group], deciding()), t`Left out of gold.`, true);
    else decide({ ...reject([], deciding()), supersedes: allBefore(item) }, t`Taken out of gold.`, true);
  };

  const accept: DecidingActions['accept'] = (line = get().focused) => {
    const item = current();
    if (!item) return;
    const { proposals, say } = get();
    if (!item.group) return say(t`Nobody has this span now. Keep it, or leave it out.`);
    if (line === undefined) return say(whyNoneIsChosen(item.state, firstFocus(item.group, proposals)));
    const proposal = proposals[line];
    if (!proposal) return leaveOut();
    decide(acceptProposal([item.group], proposal, deciding()), t`Accepted as ${nameOfLabel(proposal.label)}.`, true);
  };

  const merge: DecidingActions['merge'] = (how) => {
    const item = current();
    const { proposals, focused, say } = get();
    if (!item) return;
    if (!item.group) return say(t`Nobody has this span now: there are no words to choose from.`);
    if (!item.group.differs.ranges) return say(t`All who marked this marked the same words.`);
    const label = majorityLabel(item.group) ?? (focused === undefined ? undefined : proposals[focused]?.label);
    if (label === undefined) {
      return say(t`Two labels have as many votes: choose a proposal that has the right one, then this again.`);
    }
    const wanted = how === 'union' ? unionOf(item.group, label) : intersectionOf(item.group, label);
    if (!wanted) return say(t`There are no words that all of them have.`);
    const words =
      how === 'union' ? t`All words that anybody has went into gold.` : t`The words that all have went into gold.`;
    decide(adjust([item.group], wanted, deciding()), words, true);
  };

  const takeSplit: DecidingActions['takeSplit'] = (how) => {
    const item = current();
    if (!item) return;
    const split = item.group && splitOf(item.group, get().groups);
    if (!split) return get().say(t`Nobody has marked this in several pieces.`);
    if (how === 'whole') {
      decide(acceptProposal(split.groups, proposed(split.whole), deciding()), t`Accepted as a whole.`, true);
    } else {
      const words = plural(split.parts.length, 'Accepted in # part.', 'Accepted in # parts.');
      decide(acceptParts(split.groups, split.parts.map(proposed), deciding()), words, true);
    }
  };

  return {
    pressLine: (line) => {
      const { focused, focusLine, proposals, say, currentId } = get();
      if (currentId === undefined) return say(t`Choose a group first.`);
      if (line > proposals.length) return say(t`There is no line ${line + 1}.`);
      if (focused === line) accept(line);
      else focusLine(line);
    },
    accept,
    reject: leaveOut,
    merge,
    takeSplit,
    defer: () => {
      const item = current();
      if (!item) return;
      if (!item.group) return get().say(t`Nobody has this span now. Keep it, or leave it out.`);
      decide(
        defer([item.group], deciding()),
        t`Put off. It has to be decided before the article can be finished.`,
        true,
      );
    },
    keep: () => {
      const item = current();
      if (!item) return;
      const { gold, layers, say } = get();
      const last = item.decisions.findLast(({ id }) => gold?.standing.disputed.has(id) !== true);
      if (item.stale.length === 0 || !last) return say(t`Nothing has changed since this was decided.`);
      const kept = keepDecision(last, item.group ? [item.group] : [], deciding());
      const supersedes = [...new Set([...kept.supersedes, ...allBefore(item)])];
      // What nobody has any more is in gold because the reviewer says so.
      const verdict = kept.covers.length === 0 && kept.spans.length > 0 && layers.length > 0 ? 'add' : kept.verdict;
      decide({ ...kept, verdict, supersedes }, t`Kept as it was decided.`, true);
    },
  };
}

function whyNoneIsChosen(state: GroupState, first: number | undefined): string {
  if (state === 'decided') return t`This is decided. To decide anew, choose a line.`;
  if (state === 'deferred') return t`This was put off. To decide it, choose a line.`;
  return first === undefined ? t`No line has most people behind it: choose one.` : t`No line is chosen: choose one.`;
}

function proposed({ span: { label, ranges, attributes, note }, from }: PartSpan) {
  return { label, ranges, attributes, note, backers: from };
}
