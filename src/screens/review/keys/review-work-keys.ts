import { type ReviewCommand } from './review-command.ts';

const always = (): boolean => true;

/** Keys for the review as a whole. */
export const REVIEW_WORK_KEYS: readonly ReviewCommand[] = [
  {
    id: 'review-unanimous',
    group: 'Review: work',
    name: 'Accept by a policy',
    text: 'Accept at once what everybody agrees on, or what another policy decides: it is counted and listed first.',
    keys: ['Alt+A'],
    isOffered: always,
    run: ({ openPolicies }) => {
      openPolicies();
    },
  },
  {
    id: 'review-undo',
    group: 'Review: work',
    name: 'Take a decision back',
    text: 'Take the last decision back, also one in another article, and after a reload.',
    keys: ['Z', 'Mod+Z'],
    isOffered: ({ state }) => state.done.length > 0 || state.log.length > 0,
    run: ({ turnBack }) => {
      turnBack('undo');
    },
  },
  {
    id: 'review-redo',
    group: 'Review: work',
    name: 'Decide the same again',
    text: 'Decide again what was taken back.',
    keys: ['Shift+Z', 'Mod+Shift+Z', 'Mod+Y'],
    isOffered: ({ state }) => state.undone.length > 0 || state.log.some(({ verdict }) => verdict === 'withdraw'),
    run: ({ turnBack }) => {
      turnBack('redo');
    },
  },
  {
    id: 'review-view',
    group: 'Review: work',
    name: 'Change the view',
    text: 'Show the proposals of the current group, those of all groups, how many marked each word, or gold alone.',
    keys: ['V'],
    isOffered: always,
    run: ({ state }) => {
      state.cycleView();
    },
  },
  {
    id: 'review-finish',
    group: 'Review: work',
    name: 'Finish the review and open the next article',
    text: 'Finish the article and open the next one; while something is open, go there instead.',
    keys: ['Mod+Enter'],
    isOffered: always,
    run: ({ finish }) => {
      finish();
    },
  },
  {
    id: 'review-previous-article',
    group: 'Review: work',
    name: 'Review the article before',
    text: 'The article of the queue before this one.',
    keys: ['['],
    isOffered: always,
    run: ({ openArticle }) => {
      openArticle(-1);
    },
  },
  {
    id: 'review-next-article',
    group: 'Review: work',
    name: 'Review the article after',
    text: 'The article of the queue after this one.',
    keys: [']'],
    isOffered: always,
    run: ({ openArticle }) => {
      openArticle(1);
    },
  },
  {
    id: 'review-next-region',
    group: 'Review: work',
    name: 'Go to the next part of the review',
    text: 'To the next part of the review screen: header, text, card, list of groups.',
    keys: ['F6'],
    inFields: true,
    run: ({ focusRegion }) => {
      focusRegion(1);
    },
  },
  {
    id: 'review-previous-region',
    group: 'Review: work',
    name: 'Go to the part of the review before',
    text: 'To the part of the review screen before.',
    keys: ['Shift+F6'],
    inFields: true,
    run: ({ focusRegion }) => {
      focusRegion(-1);
    },
  },
  {
    id: 'review-escape',
    group: 'Review: work',
    name: 'Leave what is going on',
    text: 'Leave the change, then the selection, then the chosen proposal.',
    keys: ['Escape'],
    fixed: { shown: 'Esc', why: 'Esc is the way out everywhere.' },
    run: ({ state }) => state.escape(),
  },
];
