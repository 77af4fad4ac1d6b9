import { digitOf, isCommandKey, type KeyCommand, type KeyContext } from './key-command.ts';

function isSpanTarget({ state, view }: KeyContext): boolean {
  return state.target === 'span' && state.selectedId !== undefined && view.hasFocus();
}

function moveEdge(event: KeyboardEvent, { state, view }: KeyContext, edge: 'from' | 'to'): void {
  const step = (event.key === 'ArrowRight') !== view.isRightToLeft() ? 1 : -1;
  state.moveBoundary(edge, step, event.altKey ? 'character' : 'word');
}

/** Keys that tag, and keys that change the selected span. They come before those that move the caret. */
export const SPAN_KEYS: readonly KeyCommand[] = [
  {
    group: 'Tag',
    keys: '1 to 9',
    text: 'Tag what is selected, or the name, sentence or quotation at the caret. Relabel a span reached by Tab.',
    matches: (event) => digitOf(event) !== undefined && !event.shiftKey && !isCommandKey(event) && !event.altKey,
    run: (event, { applyDigit }) => {
      applyDigit(digitOf(event)!);
    },
  },
  {
    group: 'Tag',
    keys: 'Shift+1 to Shift+9',
    text: 'Arm a label: everything you select is tagged at once, until Esc.',
    matches: (event) => digitOf(event) !== undefined && event.shiftKey && !isCommandKey(event) && !event.altKey,
    run: (event, { armDigit }) => {
      armDigit(digitOf(event)!);
    },
  },
  {
    group: 'Tag',
    keys: 'F',
    text: 'Add the selection (or the words at the caret) to the selected span, for an interrupted quote.',
    matches: (event) => isLetter(event, 'f'),
    run: (_, { state }) => {
      state.addFragment();
    },
  },
  {
    group: 'Change the selected span',
    keys: 'Shift+← or Shift+→',
    text: 'Move its end by a word, with Alt by a character (after Tab or a click in the list).',
    matches: (event, context) => isSideways(event) && event.shiftKey && !isCommandKey(event) && isSpanTarget(context),
    run: (event, context) => {
      moveEdge(event, context, 'to');
    },
  },
  {
    group: 'Change the selected span',
    keys: 'Ctrl+Shift+← or Ctrl+Shift+→',
    text: 'Move its start by a word, with Alt by a character.',
    matches: (event, context) => isSideways(event) && event.shiftKey && isCommandKey(event) && isSpanTarget(context),
    run: (event, context) => {
      moveEdge(event, context, 'from');
    },
  },
  {
    group: 'Change the selected span',
    keys: 'Delete or Backspace',
    text: 'Delete it.',
    matches: (event) => event.key === 'Delete' || event.key === 'Backspace',
    run: (_, { state }) => {
      state.deleteSpan();
    },
  },
  {
    group: 'Change the selected span',
    keys: 'Enter or N',
    text: 'Write a note on it. Esc goes back to the text.',
    matches: (event, { view }) =>
      (event.key === 'Enter' && !isCommandKey(event) && view.hasFocus()) || isLetter(event, 'n'),
    run: (_, { focusNote }) => {
      focusNote();
    },
  },
  {
    group: 'Change the selected span',
    keys: 'S',
    text: 'Go to the list of all spans at the caret.',
    matches: (event) => isLetter(event, 's'),
    run: (_, { focusHere }) => {
      focusHere();
    },
  },
];

/** Keys for the work as a whole. */
export const WORK_KEYS: readonly KeyCommand[] = [
  {
    group: 'Work',
    keys: 'Ctrl+Z',
    text: 'Undo, also after a reload.',
    matches: (event) => isCommandKey(event) && !event.shiftKey && event.key.toLowerCase() === 'z',
    run: (_, { state }) => {
      void state.undo();
    },
  },
  {
    group: 'Work',
    keys: 'Ctrl+Shift+Z or Ctrl+Y',
    text: 'Redo.',
    matches: (event) =>
      isCommandKey(event) && ((event.shiftKey && event.key.toLowerCase() === 'z') || event.key.toLowerCase() === 'y'),
    run: (_, { state }) => {
      void state.redo();
    },
  },
  {
    group: 'Work',
    keys: 'Ctrl+Enter',
    text: 'Mark the article as done and open the next one.',
    matches: (event) => event.key === 'Enter' && isCommandKey(event),
    run: (_, { finish }) => {
      finish();
    },
  },
  {
    group: 'Work',
    keys: '[ or ]',
    text: 'The article before or after.',
    matches: (event) => (event.key === '[' || event.key === ']') && !isCommandKey(event),
    run: (event, { openArticle }) => {
      openArticle(event.key === ']' ? 1 : -1);
    },
  },
  {
    group: 'Work',
    keys: '/',
    text: 'Search all articles, spans and notes.',
    matches: (event) => event.key === '/' && !isCommandKey(event),
    run: (_, { openSearch }) => {
      openSearch();
    },
  },
  {
    group: 'Work',
    keys: 'F6 or Shift+F6',
    text: 'To the next part of the screen: labels, text, selected span, list.',
    matches: (event) => event.key === 'F6',
    run: (event, { focusRegion }) => {
      focusRegion(event.shiftKey ? -1 : 1);
    },
  },
  {
    group: 'Work',
    keys: 'Esc',
    text: 'Put down an armed label, then the selection, then the span; after that Tab leaves the text.',
    matches: (event) => event.key === 'Escape',
    run: (_, { state }) => state.escape(),
  },
];

function isLetter(event: KeyboardEvent, letter: string): boolean {
  return event.key.toLowerCase() === letter && !isCommandKey(event) && !event.altKey;
}

function isSideways(event: KeyboardEvent): boolean {
  return event.key === 'ArrowLeft' || event.key === 'ArrowRight';
}
