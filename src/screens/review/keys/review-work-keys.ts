import { t } from '#language/t.ts';
import { type ReviewCommand } from './review-command.ts';

const always = (): boolean => true;

/** Keys for the review as a whole. */
export const REVIEW_WORK_KEYS: readonly ReviewCommand[] = [
  {
    id: 'review-unanimous',
    group: 'Review: work',
    name: t`Accept by a policy`,
    text: t`Accept at once what everybody agrees on, or what another policy decides: it is counted and listed first.`,
    keys: ['Alt+A'],
    isOffered: always,
    run: ({ openPolicies }) => {
      openPolicies();
    },
  },
  {
    id: 'review-undo',
    group: 'Review: work',
    name: t`Take a decision back`,
    text: t`Take the last decision back, also one in another article, and after a reload.`,
    keys: ['Z', 'Mod+Z'],
    isOffered: ({ state }) => state.done.length > 0 || state.log.length > 0,
    run: ({ turnBack }) => {
      turnBack('undo');
    },
  },
  {
    id: 'review-redo',
    group: 'Review: work',
    name: t`Decide the same again`,
    text: t`Decide again what was taken back.`,
    keys: ['Shift+Z', 'Mod+Shift+Z', 'Mod+Y'],
    isOffered: ({ state }) => state.undone.length > 0 || state.log.some(({ verdict }) => verdict === 'withdraw'),
    run: ({ turnBack }) => {
      turnBack('redo');
    },
  },
  {
    id: 'review-view',
    group: 'Review: work',
    name: t`Change the view`,
    text: t`Show the proposals of the current group, those of all groups, how many marked each word, or gold alone.`,
    keys: ['V'],
    isOffered: always,
    run: ({ state }) => {
      state.cycleView();
    },
  },
  {
    id: 'review-finish',
    group: 'Review: work',
    name: t`Finish the review and open the next article`,
    text: t`Finish the article and open the next one; while something is open, go there instead.`,
    keys: ['Mod+Enter'],
    isOffered: always,
    run: ({ finish }) => {
      finish();
    },
  },
  {
    id: 'review-previous-article',
    group: 'Review: work',
    name: t`Review the article before`,
    text: t`The article of the queue before this one.`,
    keys: ['['],
    isOffered: always,
    run: ({ openArticle }) => {
      openArticle(-1);
    },
  },
  {
    id: 'review-next-article',
    group: 'Review: work',
    name: t`Review the article after`,
    text: t`The article of the queue after this one.`,
    keys: [']'],
    isOffered: always,
    run: ({ openArticle }) => {
      openArticle(1);
    },
  },
  {
    id: 'review-next-region',
    group: 'Review: work',
    name: t`Go to the next part of the review`,
    text: t`To the next part of the review screen: header, text, card, list of groups.`,
    keys: ['F6'],
    inFields: true,
    run: ({ focusRegion }) => {
      focusRegion(1);
    },
  },
  {
    id: 'review-previous-region',
    group: 'Review: work',
    name: t`Go to the part of the review before`,
    text: t`To the part of the review screen before.`,
    keys: ['Shift+F6'],
    inFields: true,
    run: ({ focusRegion }) => {
      focusRegion(-1);
    },
  },
  {
    id: 'review-escape',
    group: 'Review: work',
    name: t`Leave what is going on`,
    text: t`Go back to the text; there leave the change, then the selection, then the chosen proposal.`,
    keys: ['Escape'],
    fixed: { shown: 'Esc', why: t`Esc is the way out everywhere.` },
    run: ({ state, view }) => {
      // A change is left from wherever in its card the focus is.
      if (view.hasFocus() || state.draft) return state.escape();
      view.focus();
      return true;
    },
  },
];
