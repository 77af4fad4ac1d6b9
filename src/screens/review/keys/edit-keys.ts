import { characterAfter, characterBefore, wordEdgeAfter, wordEdgeBefore } from '#core/text/words.ts';
import { sentenceEdgeAfter, sentenceEdgeBefore } from '#core/text/sentences.ts';
import { type Chord, family, holds, keyOf } from '#state/keys/chord.ts';
import { DIGITS } from './group-keys.ts';
import { isSelecting } from './is-selecting.ts';
import { type ReviewCommand, type ReviewContext } from './review-command.ts';

const SIDEWAYS = ['ArrowLeft', 'ArrowRight'];
const STOPS = [',', '.'];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Left and right follow the eye: in a right-to-left text the left arrow goes on. */
function arrowStep(chord: Chord, { view }: ReviewContext): 1 | -1 {
  return (keyOf(chord) === 'ArrowRight') !== view.isRightToLeft() ? 1 : -1;
}

function isEditing({ state }: ReviewContext): boolean {
  return state.draft !== undefined;
}

function isReading({ state }: ReviewContext): boolean {
  return state.draft === undefined;
}

function moveEdge(chord: Chord, context: ReviewContext): void {
  const edge = holds(chord, 'Shift') ? 'from' : 'to';
  context.state.moveEdge(edge, arrowStep(chord, context), holds(chord, 'Alt') ? 'character' : 'word');
}

/** Where a key takes the caret from an offset. */
function moved(chord: Chord, context: ReviewContext, offset: number): number {
  const { article, paragraphs } = context.state;
  const { text, language } = article;
  if (STOPS.includes(keyOf(chord))) {
    const to = keyOf(chord) === '.' ? sentenceEdgeAfter : sentenceEdgeBefore;
    return to(text, paragraphs, offset, language);
  }
  const isForward = arrowStep(chord, context) === 1;
  if (holds(chord, 'Alt')) return (isForward ? characterAfter : characterBefore)(text, offset);
  return (isForward ? wordEdgeAfter : wordEdgeBefore)(text, paragraphs, offset, language);
}

function moveCaret(chord: Chord, context: ReviewContext): void {
  const { state, view } = context;
  const { anchor, head } = state.selection ?? { anchor: 0, head: 0 };
  const next = moved(chord, context, head);
  state.select({ anchor: holds(chord, 'Shift') ? anchor : next, head: next });
  view.bringIntoSight(next);
}

/** Keys that change a proposal before it goes into gold, and add what nobody had marked. */
export const EDIT_KEYS: readonly ReviewCommand[] = [
  {
    id: 'review-edit',
    group: 'Review: change or add',
    name: 'Change the proposal',
    text: 'Change the chosen proposal (or what is decided) before it goes into gold.',
    keys: ['E'],
    when: isReading,
    isOffered: ({ state }) => !state.draft && state.currentId !== undefined,
    run: ({ state }) => {
      state.startEditing();
    },
  },
  {
    id: 'review-move-edge',
    group: 'Review: change or add',
    name: 'Move its end or start',
    text: 'While changing: move its end by a word, with Shift its start, with Alt by a character.',
    keys: family(SIDEWAYS, ['', 'Shift+', 'Alt+', 'Alt+Shift+']),
    fixed: { shown: '← or → (changing)', why: 'The arrows show where it goes.' },
    when: isEditing,
    run: (context, chord) => {
      moveEdge(chord, context);
    },
  },
  {
    id: 'review-relabel',
    group: 'Review: change or add',
    name: 'Change its label',
    text: 'While changing: give it the label with this key.',
    keys: DIGITS,
    fixed: { shown: '1 to 9 (changing)', why: 'The digits are the keys that the label set gives to its labels.' },
    when: isEditing,
    run: ({ applyDigit }, chord) => {
      applyDigit(keyOf(chord));
    },
  },
  {
    id: 'review-set-value',
    group: 'Review: change or add',
    name: 'Set a value',
    text: 'While changing: set the value with this letter, such as ⇧P for a person; again takes it away.',
    keys: family(LETTERS, ['Shift+']),
    fixed: {
      shown: 'Shift+A to Shift+Z (changing)',
      why: 'The letters are the keys that the label set gives to values.',
      isForWhile: true,
    },
    when: ({ hasValue }, chord) => hasValue(keyOf(chord).toLowerCase()),
    run: ({ state }, chord) => {
      state.pressDraftValue(keyOf(chord).toLowerCase());
    },
  },
  {
    id: 'review-take-words',
    group: 'Review: change or add',
    name: 'Take the words for the span',
    text: 'While changing: take the selected words (or the word at the caret) for it, such as the cue of a quote.',
    keys: ['C'],
    fixed: { shown: 'C (changing)', why: 'It is the key that takes words on the annotate screen.', isForWhile: true },
    when: isEditing,
    isOffered: isEditing,
    run: ({ state }) => {
      state.takeDraftWords();
    },
  },
  {
    id: 'review-save',
    group: 'Review: change or add',
    name: 'Put it into gold',
    text: 'While changing: put it into gold as it is now. Esc leaves it.',
    keys: ['Enter'],
    fixed: { shown: 'Enter (changing)', why: 'Enter takes what is chosen.' },
    when: isEditing,
    isOffered: isEditing,
    run: ({ state }) => {
      state.saveDraft();
    },
  },
  {
    id: 'review-move-caret',
    group: 'Review: change or add',
    name: 'Move the caret',
    text: 'In the text: one word back or on, with Alt one character. With Shift the same keys select.',
    keys: family(SIDEWAYS, ['', 'Shift+', 'Alt+', 'Alt+Shift+']),
    fixed: { shown: '← or →', why: 'The arrows show where it goes.' },
    inText: true,
    when: isReading,
    run: (context, chord) => {
      moveCaret(chord, context);
    },
  },
  {
    id: 'review-move-sentence',
    group: 'Review: change or add',
    name: 'Move the caret by a sentence',
    text: 'In the text: to the sentence before or after. Shift selects.',
    keys: family(STOPS, ['', 'Shift+']),
    fixed: { shown: ', or .', why: 'With Shift the same keys select.' },
    inText: true,
    when: isReading,
    run: (context, chord) => {
      moveCaret(chord, context);
    },
  },
  {
    id: 'review-add',
    group: 'Review: change or add',
    name: 'Add a span',
    text: 'With words selected: put them into gold with the label of this key, which nobody had marked.',
    keys: DIGITS,
    fixed: { shown: '1 to 9 (selected)', why: 'The digits are the keys that the label set gives to its labels.' },
    when: ({ state }) => isSelecting(state),
    run: ({ applyDigit }, chord) => {
      applyDigit(keyOf(chord));
    },
  },
];
