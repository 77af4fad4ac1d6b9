import { isSelecting } from './is-selecting.ts';
import { type ReviewCommand, type ReviewContext } from './review-command.ts';
import { family, keyOf } from '#state/keys/chord.ts';
import { splitOf } from '#state/review/group-parts.ts';

export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

const hasGroups = ({ state }: ReviewContext): boolean => state.items.length > 0;
const currentOf = ({ items, currentId }: ReviewContext['state']) => items.find(({ id }) => id === currentId);
const isAtGroup = ({ state }: ReviewContext): boolean => state.currentId !== undefined;
const isOfSeveralLengths = ({ state }: ReviewContext): boolean => currentOf(state)?.group?.differs.ranges === true;
const isInPieces = ({ state }: ReviewContext): boolean => {
  const group = currentOf(state)?.group;
  return group !== undefined && splitOf(group, state.groups) !== undefined;
};

/** Keys that go from group to group and settle the current one. */
export const GROUP_KEYS: readonly ReviewCommand[] = [
  {
    id: 'review-next',
    group: 'Review: groups',
    name: 'Go to the next group',
    text: 'To the next group.',
    keys: ['J', 'ArrowDown'],
    isOffered: hasGroups,
    run: ({ state }) => {
      state.step(1);
    },
  },
  {
    id: 'review-previous',
    group: 'Review: groups',
    name: 'Go to the group before',
    text: 'To the group before.',
    keys: ['K', 'ArrowUp'],
    isOffered: hasGroups,
    run: ({ state }) => {
      state.step(-1);
    },
  },
  {
    id: 'review-next-open',
    group: 'Review: groups',
    name: 'Go to the next open group',
    text: 'To the next group that is open: undecided, put off or changed since.',
    keys: ['N'],
    isOffered: hasGroups,
    run: ({ state }) => {
      state.stepOpen(1);
    },
  },
  {
    id: 'review-previous-open',
    group: 'Review: groups',
    name: 'Go to the open group before',
    text: 'To the open group before.',
    keys: ['Shift+N'],
    isOffered: hasGroups,
    run: ({ state }) => {
      state.stepOpen(-1);
    },
  },
  {
    id: 'review-choose',
    group: 'Review: decide',
    name: 'Choose a proposal',
    text: 'Choose the proposal with this number; the same number again accepts it.',
    keys: DIGITS,
    fixed: { shown: '1 to 9', why: 'The digits are the numbers of the proposals.' },
    when: ({ state }) => !state.draft && !isSelecting(state),
    run: ({ state }, chord) => {
      state.pressLine(Number(keyOf(chord)) - 1);
    },
  },
  {
    id: 'review-take',
    group: 'Review: decide',
    name: 'Accept and go on',
    text: 'Accept the chosen proposal and go to the next open group.',
    keys: ['Enter'],
    fixed: { shown: 'Enter', why: 'Enter takes what is chosen.' },
    when: ({ state }) => !state.draft,
    run: ({ state }) => {
      state.accept();
    },
  },
  {
    id: 'review-accept',
    group: 'Review: decide',
    name: 'Accept the proposal',
    text: 'The same, also while a button has the focus.',
    keys: ['A'],
    isOffered: ({ state }) => !state.draft && state.focused !== undefined,
    run: ({ state }) => {
      state.accept();
    },
  },
  {
    id: 'review-leave-out',
    group: 'Review: decide',
    name: 'Leave out',
    text: 'Leave it out: nothing of the group belongs to gold.',
    keys: ['X'],
    isOffered: isAtGroup,
    run: ({ state }) => {
      state.reject();
    },
  },
  {
    id: 'review-put-off',
    group: 'Review: decide',
    name: 'Put off',
    text: 'Put it off: it needs to be talked about before the article can be finished.',
    keys: ['D'],
    isOffered: isAtGroup,
    run: ({ state }) => {
      state.defer();
    },
  },
  {
    id: 'review-union',
    group: 'Review: decide',
    name: 'Take all words',
    text: 'Take all words that anybody has, with the label that most have.',
    keys: ['U'],
    isOffered: isOfSeveralLengths,
    run: ({ state }) => {
      state.merge('union');
    },
  },
  {
    id: 'review-intersection',
    group: 'Review: decide',
    name: 'Take the words that all have',
    text: 'Take only the words that all of them have.',
    keys: ['I'],
    isOffered: isOfSeveralLengths,
    run: ({ state }) => {
      state.merge('intersection');
    },
  },
  {
    id: 'review-parts',
    group: 'Review: decide',
    name: 'Take the parts',
    text: 'Take all parts of what some marked in one piece and others in several.',
    keys: ['S'],
    isOffered: isInPieces,
    run: ({ state }) => {
      state.takeSplit('parts');
    },
  },
  {
    id: 'review-whole',
    group: 'Review: decide',
    name: 'Take the whole',
    text: 'Take the whole of it.',
    keys: family(['S'], ['Shift+']),
    isOffered: isInPieces,
    run: ({ state }) => {
      state.takeSplit('whole');
    },
  },
  {
    id: 'review-keep',
    group: 'Review: decide',
    name: 'Keep the decision',
    text: 'Keep what was decided although a span has changed since.',
    keys: ['Y'],
    isOffered: ({ state }) => (currentOf(state)?.stale.length ?? 0) > 0,
    run: ({ state }) => {
      state.keep();
    },
  },
  {
    id: 'review-reason',
    group: 'Review: decide',
    name: 'Give reasons',
    text: 'Give reasons. Space takes one, Esc goes back to the text.',
    keys: ['R'],
    isOffered: isAtGroup,
    run: ({ focusReasons }) => {
      focusReasons();
    },
  },
  {
    id: 'review-comment',
    group: 'Review: decide',
    name: 'Write a comment',
    text: 'Write a comment on it. Esc goes back to the text.',
    keys: ['C'],
    isOffered: isAtGroup,
    run: ({ focusComment }) => {
      focusComment();
    },
  },
  {
    id: 'review-ask',
    group: 'Review: decide',
    name: 'Ask about it',
    text: 'Ask the annotators about it in a thread. Esc goes back to the text.',
    keys: ['T'],
    isOffered: isAtGroup,
    run: ({ ask }) => {
      ask();
    },
  },
];
