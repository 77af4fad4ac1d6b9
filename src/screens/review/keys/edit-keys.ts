import { t } from '#language/t.ts';
import { arrowStep, byCharacter, bySentence, byWord, moveCaret } from '#state/keys/caret-moves.ts';
import { type Chord, DIGITS, family, holds, keyOf, LETTERS, SIDEWAYS } from '#state/keys/chord.ts';
import { eitherKey, keyRange } from '#state/keys/command.ts';
import { isSelecting } from './is-selecting.ts';
import { type ReviewCommand, type ReviewContext } from './review-command.ts';

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

function whileChanging(keys: string): string {
  return t`${keys} (changing)`;
}

/** Keys that change a proposal before it goes into gold, and add what nobody had marked. */
export const EDIT_KEYS: readonly ReviewCommand[] = [
  {
    id: 'review-edit',
    group: 'Review: change or add',
    name: t`Change the proposal`,
    text: t`Change the chosen proposal (or what is decided) before it goes into gold.`,
    keys: ['E'],
    when: isReading,
    isOffered: ({ state }) => !state.draft && state.currentId !== undefined,
    run: ({ state }) => {
      state.startEditing('keys');
    },
  },
  {
    id: 'review-move-edge',
    group: 'Review: change or add',
    name: t`Move its end or start`,
    text: t`While changing: move its end by a word, with Shift its start, with Alt by a character.`,
    keys: family(SIDEWAYS, ['', 'Shift+', 'Alt+', 'Alt+Shift+']),
    fixed: { shown: whileChanging(eitherKey(['←', '→'])), why: t`The arrows show where it goes.` },
    when: isEditing,
    run: (context, chord) => {
      moveEdge(chord, context);
    },
  },
  {
    id: 'review-relabel',
    group: 'Review: change or add',
    name: t`Change its label`,
    text: t`While changing: give it the label with this key.`,
    keys: DIGITS,
    fixed: {
      shown: whileChanging(keyRange('1', '9')),
      why: t`The digits are the keys that the label set gives to its labels.`,
    },
    when: isEditing,
    run: ({ applyDigit }, chord) => {
      applyDigit(keyOf(chord));
    },
  },
  {
    id: 'review-set-value',
    group: 'Review: change or add',
    name: t`Set a value`,
    text: t`While changing: set the value with this letter, such as ⇧P for a person; again takes it away.`,
    keys: family(LETTERS, ['Shift+']),
    fixed: {
      shown: whileChanging(keyRange('Shift+A', 'Shift+Z')),
      why: t`The letters are the keys that the label set gives to values.`,
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
    name: t`Take the words for the span`,
    text: t`While changing: take the selected words (or the word at the caret) for it, such as the cue of a quote.`,
    keys: ['C'],
    fixed: {
      shown: whileChanging('C'),
      why: t`It is the key that takes words on the annotate screen.`,
      isForWhile: true,
    },
    when: isEditing,
    isOffered: isEditing,
    run: ({ state }) => {
      state.takeDraftWords();
    },
  },
  {
    id: 'review-link',
    group: 'Review: change or add',
    name: t`Link what is being changed`,
    text: t`While changing: say where a link goes, such as who says the quote. Esc goes back to the text.`,
    keys: ['L'],
    when: isEditing,
    isOffered: isEditing,
    run: ({ focusLinks }) => {
      focusLinks();
    },
  },
  {
    id: 'review-save',
    group: 'Review: change or add',
    name: t`Put it into gold`,
    text: t`While changing: put it into gold as it is now. Esc leaves it.`,
    keys: ['Enter'],
    fixed: { shown: whileChanging('Enter'), why: t`Enter takes what is chosen.` },
    when: isEditing,
    isOffered: isEditing,
    run: ({ state }) => {
      state.saveDraft();
    },
  },
  {
    id: 'review-move-caret',
    group: 'Review: change or add',
    name: t`Move the caret`,
    text: t`In the text: one word back or on, with Alt one character. With Shift the same keys select.`,
    keys: family(SIDEWAYS, ['', 'Shift+', 'Alt+', 'Alt+Shift+']),
    fixed: { shown: eitherKey(['←', '→']), why: t`The arrows show where it goes.` },
    inText: true,
    when: isReading,
    run: (context, chord) => {
      moveCaret(chord, context, (holds(chord, 'Alt') ? byCharacter : byWord)(arrowStep(chord, context)));
    },
  },
  {
    id: 'review-move-sentence',
    group: 'Review: change or add',
    name: t`Move the caret by a sentence`,
    text: t`In the text: to the sentence before or after. Shift selects.`,
    keys: family([',', '.'], ['', 'Shift+']),
    fixed: { shown: eitherKey([',', '.']), why: t`With Shift the same keys select.` },
    inText: true,
    when: isReading,
    run: (context, chord) => {
      moveCaret(chord, context, bySentence(keyOf(chord) === '.' ? 1 : -1));
    },
  },
  {
    id: 'review-add',
    group: 'Review: change or add',
    name: t`Add a span`,
    text: t`With words selected: put them into gold with the label of this key, which nobody had marked.`,
    keys: DIGITS,
    fixed: {
      shown: t`${keyRange('1', '9')} (selected)`,
      why: t`The digits are the keys that the label set gives to its labels.`,
    },
    when: ({ state }) => isSelecting(state),
    run: ({ applyDigit }, chord) => {
      applyDigit(keyOf(chord));
    },
  },
];
