import { t } from '#language/t.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { arrowStep } from '#state/keys/caret-moves.ts';
import { type Chord, chordText, DIGITS, family, holds, keyOf, LETTERS, SIDEWAYS } from '#state/keys/chord.ts';
import { eitherKey, keyRange } from '#state/keys/command.ts';
import { type KeyCommand, type KeyContext } from './key-command.ts';

function isSpanTarget({ state }: KeyContext): boolean {
  return state.target === 'span' && state.selectedId !== undefined;
}

function isWritable({ state }: KeyContext): boolean {
  return state.permission === 'write';
}

function hasSpan({ state }: KeyContext): boolean {
  return findSpan(state.layer.spans, state.selectedId) !== undefined;
}

function moveEdge(chord: Chord, context: KeyContext, edge: 'from' | 'to'): void {
  context.state.moveBoundary(edge, arrowStep(chord, context), holds(chord, 'Alt') ? 'character' : 'word');
}

/** Keys that tag, and keys that change the selected span. They come before those that move the caret. */
export const SPAN_KEYS: readonly KeyCommand[] = [
  {
    id: 'tag',
    group: 'Tag',
    name: t`Tag with a label`,
    text: t`Tag what is selected, or the name, sentence or quotation at the caret. Relabel a span reached by Tab.`,
    keys: DIGITS,
    fixed: { shown: keyRange('1', '9'), why: t`The digits are the keys that the label set gives to its labels.` },
    run: ({ applyDigit }, chord) => {
      applyDigit(keyOf(chord));
    },
  },
  {
    id: 'arm',
    group: 'Tag',
    name: t`Arm a label`,
    text: t`Arm a label: everything you select is tagged at once, until Esc.`,
    keys: family(DIGITS, ['Shift+']),
    fixed: {
      shown: keyRange('Shift+1', 'Shift+9'),
      why: t`The digits are the keys that the label set gives to its labels.`,
    },
    // Elsewhere than on an English keyboard Shift and a digit may be a sign with a use of its own, such as the slash.
    when: ({ hasLabel }, chord) => hasLabel(keyOf(chord)),
    run: ({ armDigit }, chord) => {
      armDigit(keyOf(chord));
    },
  },
  {
    id: 'add-fragment',
    group: 'Tag',
    name: t`Add a fragment`,
    text: t`Add the selection (or the words at the caret) to the selected span, for an interrupted quote.`,
    keys: ['F'],
    isOffered: (context) => isWritable(context) && context.state.lastSelectedId !== undefined,
    run: ({ state }) => {
      state.addFragment();
    },
  },
  {
    id: 'label-everywhere',
    group: 'Tag',
    name: t`Label everywhere`,
    text: t`Label everywhere: tag other mentions of the span’s words, in this article or in others.`,
    keys: ['A'],
    isOffered: (context) => isWritable(context) && hasSpan(context),
    run: ({ labelEverywhere }) => {
      labelEverywhere();
    },
  },
  {
    id: 'move-end',
    group: 'Change the selected span',
    name: t`Move the span’s end`,
    text: t`Move its end by a word, with Alt by a character (after Tab or a click in the list).`,
    keys: family(SIDEWAYS, ['Shift+', 'Alt+Shift+']),
    fixed: { shown: eitherKey(['Shift+←', 'Shift+→']), why: t`The arrows show where it goes.` },
    inText: true,
    when: isSpanTarget,
    run: (context, chord) => {
      moveEdge(chord, context, 'to');
    },
  },
  {
    id: 'move-start',
    group: 'Change the selected span',
    name: t`Move the span’s start`,
    text: t`Move its start by a word, with Alt by a character.`,
    keys: family(SIDEWAYS, ['Mod+Shift+', 'Mod+Alt+Shift+']),
    fixed: {
      shown: eitherKey(['Mod+Shift+ArrowLeft', 'Mod+Shift+ArrowRight'].map(chordText)),
      why: t`The arrows show where it goes.`,
    },
    inText: true,
    when: isSpanTarget,
    run: (context, chord) => {
      moveEdge(chord, context, 'from');
    },
  },
  {
    id: 'delete-span',
    group: 'Change the selected span',
    name: t`Delete the span`,
    text: t`Delete it.`,
    keys: ['Delete', 'Backspace'],
    isOffered: (context) => isWritable(context) && hasSpan(context),
    run: ({ state }) => {
      state.deleteSpan();
    },
  },
  {
    id: 'link',
    group: 'Change the selected span',
    name: t`Link the span`,
    text: t`Link it: Enter takes the likeliest end, such as who says the quote; or type other words, or click a span.`,
    keys: ['L'],
    isOffered: (context) => isWritable(context) && hasSpan(context),
    run: ({ state }) => {
      state.startLinking();
    },
  },
  {
    id: 'set-value',
    group: 'Change the selected span',
    name: t`Set a value`,
    text: t`Set the value with this letter, such as ⇧P for a person; again takes it away.`,
    keys: family(LETTERS, ['Shift+']),
    fixed: {
      shown: keyRange('Shift+A', 'Shift+Z'),
      why: t`The letters are the keys that the label set gives to values.`,
    },
    run: ({ state }, chord) => state.applyValueKey(keyOf(chord).toLowerCase()),
  },
  {
    id: 'take-words',
    group: 'Change the selected span',
    name: t`Take the words for the span`,
    text: t`Take the selected words (or the word at the caret) for it, such as the cue of a quote.`,
    keys: ['C'],
    isOffered: (context) => isWritable(context) && context.state.lastSelectedId !== undefined,
    run: ({ state }) => {
      state.takeWords();
    },
  },
  {
    id: 'write-note',
    group: 'Change the selected span',
    name: t`Write a note`,
    text: t`Write a note on it. Esc goes back to the text.`,
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
    name: t`Go to the spans at the caret`,
    text: t`Go to the list of all spans at the caret.`,
    keys: ['S'],
    isOffered: hasSpan,
    run: ({ focusHere }) => {
      focusHere();
    },
  },
];
