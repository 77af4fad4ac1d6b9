import { t } from '#language/t.ts';
import { type KeyCommand } from './key-command.ts';

/** Keys for the work as a whole. */
export const WORK_KEYS: readonly KeyCommand[] = [
  {
    id: 'undo',
    group: 'Work',
    name: t`Undo`,
    text: t`Undo, also after a reload.`,
    keys: ['Mod+Z'],
    isOffered: ({ state }) => state.permission === 'write' && state.history.done.length > 0,
    run: ({ state }) => {
      void state.undo();
    },
  },
  {
    id: 'redo',
    group: 'Work',
    name: t`Redo`,
    text: t`Redo.`,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    isOffered: ({ state }) => state.permission === 'write' && state.history.undone.length > 0,
    run: ({ state }) => {
      void state.redo();
    },
  },
  {
    id: 'finish',
    group: 'Work',
    name: t`Mark as done and open the next article`,
    text: t`Mark the article as done and open the next one.`,
    keys: ['Mod+Enter'],
    isOffered: ({ state }) => state.permission === 'write',
    run: ({ finish }) => {
      finish();
    },
  },
  {
    id: 'previous-article',
    group: 'Work',
    name: t`Open the article before`,
    text: t`The article before.`,
    keys: ['['],
    isOffered: () => true,
    run: ({ openArticle }) => {
      openArticle(-1);
    },
  },
  {
    id: 'next-article',
    group: 'Work',
    name: t`Open the article after`,
    text: t`The article after.`,
    keys: [']'],
    isOffered: () => true,
    run: ({ openArticle }) => {
      openArticle(1);
    },
  },
  {
    id: 'read-guidelines',
    group: 'Work',
    name: t`Read the guidelines`,
    text: t`Read the guideline of the selected span’s label, or of the label used last. Esc goes back to the text.`,
    keys: ['G'],
    isOffered: () => true,
    run: ({ openGuidelines }) => {
      openGuidelines();
    },
  },
  {
    id: 'start-thread',
    group: 'Work',
    name: t`Start a thread`,
    text: t`Start a thread on the selected span, else on the article, for others to answer. Esc goes back to the text.`,
    keys: ['T'],
    isOffered: () => true,
    run: ({ startThread }) => {
      startThread();
    },
  },
  {
    id: 'show-history',
    group: 'Work',
    name: t`Show the history of the layer`,
    text: t`Show everything that was done to the shown layer, and how it was then.`,
    keys: ['H'],
    isOffered: () => true,
    run: ({ openHistory }) => {
      openHistory();
    },
  },
  {
    id: 'print',
    group: 'Work',
    name: t`Print the article`,
    text: t`Print the article with its spans, the labels and, if you like, a list of the spans.`,
    keys: ['Alt+P'],
    isOffered: () => true,
    run: ({ print }) => {
      print();
    },
  },
  {
    id: 'page-for-reading',
    group: 'Work',
    name: t`Make a page for reading`,
    text: t`Make a page for readers of the shown layer: one HTML file.`,
    keys: ['Alt+W'],
    isOffered: () => true,
    run: ({ openReadingPage }) => {
      openReadingPage();
    },
  },
  {
    id: 'search-articles',
    group: 'Work',
    name: t`Search all articles, spans and notes`,
    text: t`Search all articles, spans and notes.`,
    keys: ['/'],
    isOffered: () => true,
    run: ({ openSearch }) => {
      openSearch();
    },
  },
  {
    id: 'next-region',
    group: 'Work',
    name: t`Go to the next part of the screen`,
    text: t`To the next part of the screen: labels, text, selected span, list.`,
    keys: ['F6'],
    inFields: true,
    run: ({ focusRegion }) => {
      focusRegion(1);
    },
  },
  {
    id: 'previous-region',
    group: 'Work',
    name: t`Go to the part of the screen before`,
    text: t`To the part of the screen before.`,
    keys: ['Shift+F6'],
    inFields: true,
    run: ({ focusRegion }) => {
      focusRegion(-1);
    },
  },
  {
    id: 'escape',
    group: 'Work',
    name: t`Put down what is held`,
    text: t`Put down an armed label, then the selection, then the span; after that Tab leaves the text.`,
    keys: ['Escape'],
    fixed: { shown: 'Esc', why: t`Esc is the way out everywhere.` },
    run: ({ state }) => state.escape(),
  },
];
