import { findSpan } from '#core/spans/span-index.ts';
import { type Chord, family, holds, keyOf } from '#state/keys/chord.ts';
import { type KeyCommand, type KeyContext } from './key-command.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const SIDEWAYS = ['ArrowLeft', 'ArrowRight'];

function isSpanTarget({ state }: KeyContext): boolean {
  return state.target === 'span' && state.selectedId !== undefined;
}

function isWritable({ state }: KeyContext): boolean {
  return state.permission === 'write';
}

function hasSpan({ state }: KeyContext): boolean {
  return findSpan(state.layer.spans, state.selectedId) !== undefined;
}

function moveEdge(chord: Chord, { state, view }: KeyContext, edge: 'from' | 'to'): void {
  const step = (keyOf(chord) === 'ArrowRight') !== view.isRightToLeft() ? 1 : -1;
  state.moveBoundary(edge, step, holds(chord, 'Alt') ? 'character' : 'word');
}

/** Keys that tag, and keys that change the selected span. They come before those that move the caret. */
export const SPAN_KEYS: readonly KeyCommand[] = [
  {
    id: 'tag',
    group: 'Tag',
    name: 'Tag with a label',
    text: 'Tag what is selected, or the name, sentence or quotation at the caret. Relabel a span reached by Tab.',
    keys: DIGITS,
    fixed: { shown: '1 to 9', why: 'The digits are the keys that the label set gives to its labels.' },
    run: ({ applyDigit }, chord) => {
      applyDigit(keyOf(chord));
    },
  },
  {
    id: 'arm',
    group: 'Tag',
    name: 'Arm a label',
    text: 'Arm a label: everything you select is tagged at once, until Esc.',
    keys: family(DIGITS, ['Shift+']),
    fixed: { shown: 'Shift+1 to Shift+9', why: 'The digits are the keys that the label set gives to its labels.' },
    // Elsewhere than on an English keyboard Shift and a digit may be a sign with a use of its own, such as the slash.
    when: ({ hasLabel }, chord) => hasLabel(keyOf(chord)),
    run: ({ armDigit }, chord) => {
      armDigit(keyOf(chord));
    },
  },
  {
    id: 'add-fragment',
    group: 'Tag',
    name: 'Add a fragment',
    text: 'Add the selection (or the words at the caret) to the selected span, for an interrupted quote.',
    keys: ['F'],
    isOffered: (context) => isWritable(context) && context.state.lastSelectedId !== undefined,
    run: ({ state }) => {
      state.addFragment();
    },
  },
  {
    id: 'label-everywhere',
    group: 'Tag',
    name: 'Label everywhere',
    text: 'Label everywhere: tag other mentions of the span’s words, in this article or in others.',
    keys: ['A'],
    isOffered: (context) => isWritable(context) && hasSpan(context),
    run: ({ labelEverywhere }) => {
      labelEverywhere();
    },
  },
  {
    id: 'move-end',
    group: 'Change the selected span',
    name: 'Move the span’s end',
    text: 'Move its end by a word, with Alt by a character (after Tab or a click in the list).',
    keys: family(SIDEWAYS, ['Shift+', 'Alt+Shift+']),
    fixed: { shown: 'Shift+← or Shift+→', why: 'The arrows show where it goes.' },
    inText: true,
    when: isSpanTarget,
    run: (context, chord) => {
      moveEdge(chord, context, 'to');
    },
  },
  {
    id: 'move-start',
    group: 'Change the selected span',
    name: 'Move the span’s start',
    text: 'Move its start by a word, with Alt by a character.',
    keys: family(SIDEWAYS, ['Mod+Shift+', 'Mod+Alt+Shift+']),
    fixed: { shown: 'Ctrl+Shift+← or Ctrl+Shift+→', why: 'The arrows show where it goes.' },
    inText: true,
    when: isSpanTarget,
    run: (context, chord) => {
      moveEdge(chord, context, 'from');
    },
  },
  {
    id: 'delete-span',
    group: 'Change the selected span',
    name: 'Delete the span',
    text: 'Delete it.',
    keys: ['Delete', 'Backspace'],
    isOffered: (context) => isWritable(context) && hasSpan(context),
    run: ({ state }) => {
      state.deleteSpan();
    },
  },
  {
    id: 'link',
    group: 'Change the selected span',
    name: 'Link the span',
    text: 'Link it: Enter takes the likeliest end, such as who says the quote; or type other words, or click a span.',
    keys: ['L'],
    isOffered: (context) => isWritable(context) && hasSpan(context),
    run: ({ state }) => {
      state.startLinking();
    },
  },
  {
    id: 'set-value',
    group: 'Change the selected span',
    name: 'Set a value',
    text: 'Set the value with this letter, such as ⇧P for a person; again takes it away.',
    keys: family(LETTERS, ['Shift+']),
    fixed: { shown: 'Shift+A to Shift+Z', why: 'The letters are the keys that the label set gives to values.' },
    run: ({ state }, chord) => state.applyValueKey(keyOf(chord).toLowerCase()),
  },
  {
    id: 'take-words',
    group: 'Change the selected span',
    name: 'Take the words for the span',
    text: 'Take the selected words (or the word at the caret) for it, such as the cue of a quote.',
    keys: ['C'],
    isOffered: (context) => isWritable(context) && context.state.lastSelectedId !== undefined,
    run: ({ state }) => {
      state.takeWords();
    },
  },
  {
    id: 'write-note',
    group: 'Change the selected span',
    name: 'Write a note',
    text: 'Write a note on it. Esc goes back to the text.',
    keys: ['N', 'Enter'],
    // Enter elsewhere belongs to what has the focus.
    when: ({ view }, chord) => chord !== 'Enter' || view.hasFocus(),
    isOffered: (context) => isWritable(context) && hasSpan(context),
    run: ({ focusNote }) => {
      focusNote();
    },
  },
  {
    id: 'spans-here',
    group: 'Change the selected span',
    name: 'Go to the spans at the caret',
    text: 'Go to the list of all spans at the caret.',
    keys: ['S'],
    isOffered: hasSpan,
    run: ({ focusHere }) => {
      focusHere();
    },
  },
];
