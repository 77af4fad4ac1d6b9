import { characterAfter, characterBefore, wordEdgeAfter, wordEdgeBefore } from '#core/text/words.ts';
import { sentenceEdgeAfter, sentenceEdgeBefore } from '#core/text/sentences.ts';
import { type Chord, family, holds, keyOf } from '#state/keys/chord.ts';
import { type KeyCommand, type KeyContext } from './key-command.ts';

/** Where the caret goes from an offset. */
type Move = (offset: number, context: KeyContext) => number;

const word =
  (step: 1 | -1): Move =>
  (offset, { state }) => {
    const { article, paragraphs } = state;
    return (step === 1 ? wordEdgeAfter : wordEdgeBefore)(article.text, paragraphs, offset, article.language);
  };

const character =
  (step: 1 | -1): Move =>
  (offset, { state }) =>
    (step === 1 ? characterAfter : characterBefore)(state.article.text, offset);

const sentence =
  (step: 1 | -1): Move =>
  (offset, { state }) => {
    const { article, paragraphs } = state;
    return (step === 1 ? sentenceEdgeAfter : sentenceEdgeBefore)(article.text, paragraphs, offset, article.language);
  };

/** Left and right follow the eye: in a right-to-left text the left arrow goes on. */
function arrowStep(chord: Chord, { view }: KeyContext): 1 | -1 {
  return (keyOf(chord) === 'ArrowRight') !== view.isRightToLeft() ? 1 : -1;
}

function move(chord: Chord, context: KeyContext, to: Move): void {
  const { state, view } = context;
  const { anchor, head } = state.selection ?? { anchor: 0, head: 0 };
  const next = to(head, context);
  state.select({ anchor: holds(chord, 'Shift') ? anchor : next, head: next });
  view.bringIntoSight(next);
}

const SIDEWAYS = ['ArrowLeft', 'ArrowRight'];
const SELECTS = 'With Shift the same keys select.';

/** Keys that move the caret; with Shift they select. They work while the text has the focus. */
export const CARET_KEYS: readonly KeyCommand[] = [
  {
    id: 'move-word',
    group: 'Move in the text',
    name: 'Move by a word',
    text: 'One word back or on. Shift selects, here and below.',
    keys: family(SIDEWAYS, ['', 'Shift+', 'Mod+', 'Mod+Shift+']),
    fixed: { shown: '← or →', why: SELECTS },
    inText: true,
    run: (context, chord) => {
      move(chord, context, word(arrowStep(chord, context)));
    },
  },
  {
    id: 'move-character',
    group: 'Move in the text',
    name: 'Move by a character',
    text: 'One character back or on.',
    keys: family(SIDEWAYS, ['Alt+', 'Alt+Shift+', 'Mod+Alt+', 'Mod+Alt+Shift+']),
    fixed: { shown: 'Alt+← or Alt+→', why: SELECTS },
    inText: true,
    run: (context, chord) => {
      move(chord, context, character(arrowStep(chord, context)));
    },
  },
  {
    id: 'move-line',
    group: 'Move in the text',
    name: 'Move by a line',
    text: 'One line up or down.',
    keys: family(['ArrowUp', 'ArrowDown'], ['', 'Shift+', 'Alt+', 'Alt+Shift+']),
    fixed: { shown: '↑ or ↓', why: SELECTS },
    inText: true,
    run: (context, chord) => {
      move(chord, context, (offset) => context.view.nextLine(offset, keyOf(chord) === 'ArrowDown' ? 1 : -1));
    },
  },
  {
    id: 'move-sentence',
    group: 'Move in the text',
    name: 'Move by a sentence',
    text: 'To the sentence before or after.',
    keys: family([',', '.'], ['', 'Shift+']),
    fixed: { shown: ', or .', why: SELECTS },
    inText: true,
    run: (context, chord) => {
      move(chord, context, sentence(keyOf(chord) === '.' ? 1 : -1));
    },
  },
  {
    id: 'move-line-edge',
    group: 'Move in the text',
    name: 'Move to the edge of the line',
    text: 'To the start or end of the line, with Ctrl of the article.',
    keys: family(['Home', 'End'], ['', 'Shift+', 'Mod+', 'Mod+Shift+']),
    fixed: { shown: 'Home or End', why: SELECTS },
    inText: true,
    run: (context, chord) => {
      const isStart = keyOf(chord) === 'Home';
      const { length } = context.state.article.text;
      move(chord, context, (offset) =>
        holds(chord, 'Mod') ? (isStart ? 0 : length) : context.view.lineEdge(offset, isStart ? 'start' : 'end'),
      );
    },
  },
  {
    id: 'select-all',
    group: 'Move in the text',
    name: 'Select the whole text',
    text: 'Select the whole text.',
    keys: ['Mod+A'],
    inText: true,
    run: ({ state }) => {
      state.select({ anchor: 0, head: state.article.text.length });
    },
  },
  {
    id: 'walk-spans',
    group: 'Move in the text',
    name: 'Walk through the spans',
    text: 'To the next span or the one before. After Esc, and past the last span, Tab leaves the text.',
    keys: ['Tab', 'Shift+Tab'],
    fixed: { shown: 'Tab or Shift+Tab', why: 'Tab is what moves the focus everywhere.' },
    inText: true,
    run: ({ state }, chord) => state.walk(holds(chord, 'Shift') ? -1 : 1),
  },
];
