import { findLabel } from '#core/labels/label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { acceptParts, acceptProposal, adjust, defer, keepDecision, reject } from '#core/review/decide.ts';
import { type GroupState } from '#core/review/fold-gold.ts';
import { intersectionOf, majorityLabel, unionOf } from '#core/review/merge-extents.ts';
import { type Committing } from './committing.ts';
import { firstFocus } from './decision-parts.ts';
import { type PartSpan, splitOf } from './group-parts.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { allBefore } from './review-items.ts';
import { type ReviewItem } from './review-state.ts';

type DecidingActions = Pick<ReviewState, 'pressLine' | 'accept' | 'reject' | 'defer' | 'merge' | 'takeSplit' | 'keep'>;

/** Settling the current group. Every action is one decision. */
export function createDeciding({ session, get }: ReviewParts, committing: Committing): DecidingActions {
  const { decide, deciding } = committing;
  const nameOfLabel = (id: LabelId): string => findLabel(session.getState().project.labelSet, id)?.name ?? id;

  const current = (): ReviewItem | undefined => {
    const { items, currentId, say } = get();
    const item = items.find(({ id }) => id === currentId);
    if (!item) say('Choose a group first.');
    return item;
  };

  const leaveOut: DecidingActions['reject'] = () => {
    const item = current();
    if (!item) return;
    if (item.group) decide(reject([item.group], deciding()), 'Left out of gold.', true);
    else decide({ ...reject([], deciding()), supersedes: allBefore(item) }, 'Taken out of gold.', true);
  };

  const accept: DecidingActions['accept'] = (line = get().focused) => {
    const item = current();
    if (!item) return;
    const { proposals, say } = get();
    if (!item.group) return say('Nobody has this span now. Keep it, or leave it out.');
    if (line === undefined) return say(whyNoneIsChosen(item.state, firstFocus(item.group, proposals)));
    const proposal = proposals[line];
    if (!proposal) return leaveOut();
    decide(acceptProposal([item.group], proposal, deciding()), `Accepted as ${nameOfLabel(proposal.label)}.`, true);
  };

  const merge: DecidingActions['merge'] = (how) => {
    const item = current();
    const { proposals, focused, say } = get();
    if (!item) return;
    if (!item.group) return say('Nobody has this span now: there are no words to choose from.');
    if (!item.group.differs.ranges) return say('All who marked this marked the same words.');
    const label = majorityLabel(item.group) ?? (focused === undefined ? undefined : proposals[focused]?.label);
    if (label === undefined) {
      return say(
        'Two labels have as many votes: press the number of a proposal that has the right one, then this again.',
      );
    }
    const wanted = how === 'union' ? unionOf(item.group, label) : intersectionOf(item.group, label);
    if (!wanted) return say('There are no words that all of them have.');
    const words =
      how === 'union' ? 'All words that anybody has went into gold.' : 'The words that all have went into gold.';
    decide(adjust([item.group], wanted, deciding()), words, true);
  };

  const takeSplit: DecidingActions['takeSplit'] = (how) => {
    const item = current();
    if (!item) return;
    const split = item.group && splitOf(item.group, get().groups);
    if (!split) return get().say('Nobody has marked this in several pieces.');
    if (how === 'whole') {
      decide(acceptProposal(split.groups, proposed(split.whole), deciding()), 'Accepted as a whole.', true);
    } else {
      const words = `Accepted in ${split.parts.length} parts.`;
      decide(acceptParts(split.groups, split.parts.map(proposed), deciding()), words, true);
    }
  };

  return {
    pressLine: (line) => {
      const { focused, focusLine, proposals, say, currentId } = get();
      if (currentId === undefined) return say('Choose a group first.');
      if (line > proposals.length) return say(`There is no line ${line + 1}.`);
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
      if (!item.group) return get().say('Nobody has this span now. Keep it, or leave it out.');
      decide(defer([item.group], deciding()), 'Put off: the article cannot be finished before this is decided.', true);
    },
    keep: () => {
      const item = current();
      if (!item) return;
      const { gold, layers, say } = get();
      const last = item.decisions.findLast(({ id }) => gold?.standing.disputed.has(id) !== true);
      if (item.stale.length === 0 || !last) return say('Nothing has changed since this was decided.');
      const kept = keepDecision(last, item.group ? [item.group] : [], deciding());
      const supersedes = [...new Set([...kept.supersedes, ...allBefore(item)])];
      // What nobody has any more is in gold because the reviewer says so.
      const verdict = kept.covers.length === 0 && kept.spans.length > 0 && layers.length > 0 ? 'add' : kept.verdict;
      decide({ ...kept, verdict, supersedes }, 'Kept as it was decided.', true);
    },
  };
}

function whyNoneIsChosen(state: GroupState, first: number | undefined): string {
  if (state === 'decided') return 'This is decided. To decide anew, press the number of a line.';
  if (state === 'deferred') return 'This was put off. To decide it, press the number of a line.';
  const why = first === undefined ? 'No line has most people behind it' : 'No line is chosen';
  return `${why}: press the number of one.`;
}

function proposed({ span: { label, ranges, attributes, note }, from }: PartSpan) {
  return { label, ranges, attributes, note, backers: from };
}
