import { t } from '#language/t.ts';
import { isSelecting } from './is-selecting.ts';
import { type ReviewCommand, type ReviewContext } from './review-command.ts';
import { DIGITS, family, keyOf } from '#state/keys/chord.ts';
import { keyRange } from '#state/keys/command.ts';
import { splitOf } from '#state/review/group-parts.ts';
import { currentItem } from '#state/review/review-items.ts';

const hasGroups = ({ state }: ReviewContext): boolean => state.items.length > 0;
const isAtGroup = ({ state }: ReviewContext): boolean => state.currentId !== undefined;
const isOfSeveralLengths = ({ state }: ReviewContext): boolean => currentItem(state)?.group?.differs.ranges === true;
const isInPieces = ({ state }: ReviewContext): boolean => {
  const group = currentItem(state)?.group;
  return group !== undefined && splitOf(group, state.groups) !== undefined;
};

/** Keys that go from group to group and settle the current one. */
export const GROUP_KEYS: readonly ReviewCommand[] = [
  {
    id: 'review-next',
    group: 'Review: groups',
    name: t`Go to the next group`,
    text: t`To the next group.`,
    keys: ['J', 'ArrowDown'],
    isOffered: hasGroups,
    run: ({ state }) => {
      state.step(1);
    },
  },
  {
    id: 'review-previous',
    group: 'Review: groups',
    name: t`Go to the group before`,
    text: t`To the group before.`,
    keys: ['K', 'ArrowUp'],
    isOffered: hasGroups,
    run: ({ state }) => {
      state.step(-1);
    },
  },
  {
    id: 'review-next-open',
    group: 'Review: groups',
    name: t`Go to the next open group`,
    text: t`To the next group that is open: undecided, put off or changed since.`,
    keys: ['N'],
    isOffered: hasGroups,
    run: ({ state }) => {
      state.stepOpen(1);
    },
  },
  {
    id: 'review-previous-open',
    group: 'Review: groups',
    name: t`Go to the open group before`,
    text: t`To the open group before.`,
    keys: ['Shift+N'],
    isOffered: hasGroups,
    run: ({ state }) => {
      state.stepOpen(-1);
    },
  },
  {
    id: 'review-choose',
    group: 'Review: decide',
    name: t`Choose a proposal`,
    text: t`Choose the proposal with this number; the same number again accepts it.`,
    keys: DIGITS,
    fixed: { shown: keyRange('1', '9'), why: t`The digits are the numbers of the proposals.` },
    when: ({ state }) => !state.draft && !isSelecting(state),
    run: ({ state }, chord) => {
      state.pressLine(Number(keyOf(chord)) - 1);
    },
  },
  {
    id: 'review-take',
    group: 'Review: decide',
    name: t`Accept and go on`,
    text: t`Accept the chosen proposal and go to the next open group.`,
    keys: ['Enter'],
    fixed: { shown: 'Enter', why: t`Enter takes what is chosen.` },
    when: ({ state }) => !state.draft,
    run: ({ state }) => {
      state.accept();
    },
  },
  {
    id: 'review-accept',
    group: 'Review: decide',
    name: t`Accept the proposal`,
    text: t`The same, also while a button has the focus.`,
    keys: ['A'],
    isOffered: ({ state }) => !state.draft && state.focused !== undefined,
    run: ({ state }) => {
      state.accept();
    },
  },
  {
    id: 'review-leave-out',
    group: 'Review: decide',
    name: t`Leave out`,
    text: t`Leave it out: nothing of the group belongs to gold.`,
    keys: ['X'],
    isOffered: isAtGroup,
    run: ({ state }) => {
      state.reject();
    },
  },
  {
    id: 'review-put-off',
    group: 'Review: decide',
    name: t`Put it off`,
    text: t`Put it off: it needs to be talked about before the article can be finished.`,
    keys: ['D'],
    isOffered: isAtGroup,
    run: ({ state }) => {
      state.defer();
    },
  },
  {
    id: 'review-union',
    group: 'Review: decide',
    name: t`Take all words`,
    text: t`Take all words that anybody has, with the label that most have.`,
    keys: ['U'],
    isOffered: isOfSeveralLengths,
    run: ({ state }) => {
      state.merge('union');
    },
  },
  {
    id: 'review-intersection',
    group: 'Review: decide',
    name: t`Take the words that all have`,
    text: t`Take only the words that all of them have.`,
    keys: ['I'],
    isOffered: isOfSeveralLengths,
    run: ({ state }) => {
      state.merge('intersection');
    },
  },
  {
    id: 'review-parts',
    group: 'Review: decide',
    name: t`Take the parts`,
    text: t`Take all parts of what some marked in one piece and others in several.`,
    keys: ['S'],
    isOffered: isInPieces,
    run: ({ state }) => {
      state.takeSplit('parts');
    },
  },
  {
    id: 'review-whole',
    group: 'Review: decide',
    name: t`Take the whole`,
    text: t`Take the whole of it.`,
    keys: family(['S'], ['Shift+']),
    isOffered: isInPieces,
    run: ({ state }) => {
      state.takeSplit('whole');
    },
  },
  {
    id: 'review-keep',
    group: 'Review: decide',
    name: t`Keep the decision`,
    text: t`Keep what was decided although a span has changed since.`,
    keys: ['Y'],
    isOffered: ({ state }) => (currentItem(state)?.stale.length ?? 0) > 0,
    run: ({ state }) => {
      state.keep();
    },
  },
  {
    id: 'review-reason',
    group: 'Review: decide',
    name: t`Give reasons`,
    text: t`Give reasons. Space takes one, Esc goes back to the text.`,
    keys: ['R'],
    isOffered: isAtGroup,
    run: ({ focusReasons }) => {
      focusReasons();
    },
  },
  {
    id: 'review-comment',
    group: 'Review: decide',
    name: t`Write a comment`,
    text: t`Write a comment on it. Esc goes back to the text.`,
    keys: ['C'],
    isOffered: isAtGroup,
    run: ({ focusComment }) => {
      focusComment();
    },
  },
  {
    id: 'review-ask',
    group: 'Review: decide',
    name: t`Ask about it`,
    text: t`Ask the annotators about it in a thread. Esc goes back to the text.`,
    keys: ['T'],
    isOffered: isAtGroup,
    run: ({ ask }) => {
      ask();
    },
  },
];
