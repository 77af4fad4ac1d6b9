import { type KeyCommand } from './key-command.ts';

/** Keys for the work as a whole. */
export const WORK_KEYS: readonly KeyCommand[] = [
  {
    id: 'undo',
    group: 'Work',
    name: 'Undo',
    text: 'Undo, also after a reload.',
    keys: ['Mod+Z'],
    isOffered: ({ state }) => state.permission === 'write' && state.history.done.length > 0,
    run: ({ state }) => {
      void state.undo();
    },
  },
  {
    id: 'redo',
    group: 'Work',
    name: 'Redo',
    text: 'Redo.',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    isOffered: ({ state }) => state.permission === 'write' && state.history.undone.length > 0,
    run: ({ state }) => {
      void state.redo();
    },
  },
  {
    id: 'finish',
    group: 'Work',
    name: 'Mark as done and open the next article',
    text: 'Mark the article as done and open the next one.',
    keys: ['Mod+Enter'],
    isOffered: ({ state }) => state.permission === 'write',
    run: ({ finish }) => {
      finish();
    },
  },
  {
    id: 'previous-article',
    group: 'Work',
    name: 'Open the article before',
    text: 'The article before.',
    keys: ['['],
    isOffered: () => true,
    run: ({ openArticle }) => {
      openArticle(-1);
    },
  },
  {
    id: 'next-article',
    group: 'Work',
    name: 'Open the article after',
    text: 'The article after.',
    keys: [']'],
    isOffered: () => true,
    run: ({ openArticle }) => {
      openArticle(1);
    },
  },
  {
    id: 'read-guidelines',
    group: 'Work',
    name: 'Read the guidelines',
    text: 'Read the guideline of the selected span’s label, or of the label used last. Esc goes back to the text.',
    keys: ['G'],
    isOffered: () => true,
    run: ({ openGuidelines }) => {
      openGuidelines();
    },
  },
  {
    id: 'start-thread',
    group: 'Work',
    name: 'Start a thread',
    text: 'Start a thread on the selected span, else on the article, for others to answer. Esc goes back to the text.',
    keys: ['T'],
    isOffered: () => true,
    run: ({ startThread }) => {
      startThread();
    },
  },
  {
    id: 'search-articles',
    group: 'Work',
    name: 'Search all articles, spans and notes',
    text: 'Search all articles, spans and notes.',
    keys: ['/'],
    isOffered: () => true,
    run: ({ openSearch }) => {
      openSearch();
    },
  },
  {
    id: 'next-region',
    group: 'Work',
    name: 'Go to the next part of the screen',
    text: 'To the next part of the screen: labels, text, selected span, list.',
    keys: ['F6'],
    inFields: true,
    run: ({ focusRegion }) => {
      focusRegion(1);
    },
  },
  {
    id: 'previous-region',
    group: 'Work',
    name: 'Go to the part of the screen before',
    text: 'To the part of the screen before.',
    keys: ['Shift+F6'],
    inFields: true,
    run: ({ focusRegion }) => {
      focusRegion(-1);
    },
  },
  {
    id: 'escape',
    group: 'Work',
    name: 'Put down what is held',
    text: 'Put down an armed label, then the selection, then the span; after that Tab leaves the text.',
    keys: ['Escape'],
    fixed: { shown: 'Esc', why: 'Esc is the way out everywhere.' },
    run: ({ state }) => state.escape(),
  },
];
