import { t } from '#language/t.ts';
import { arrowStep, byCharacter, bySentence, byWord, moveCaret } from '#state/keys/caret-moves.ts';
import { family, holds, keyOf, SIDEWAYS } from '#state/keys/chord.ts';
import { eitherKey } from '#state/keys/command.ts';
import { type KeyCommand } from './key-command.ts';

const SELECTS = t`With Shift the same keys select.`;

/** Keys that move the caret; with Shift they select. They work while the text has the focus. */
export const CARET_KEYS: readonly KeyCommand[] = [
  {
    id: 'move-word',
    group: 'Move in the text',
    name: t`Move by a word`,
    text: t`One word back or on. Shift selects, here and below.`,
    keys: family(SIDEWAYS, ['', 'Shift+', 'Mod+', 'Mod+Shift+']),
    fixed: { shown: eitherKey(['←', '→']), why: SELECTS },
    inText: true,
    run: (context, chord) => {
      moveCaret(chord, context, byWord(arrowStep(chord, context)));
    },
  },
  {
    id: 'move-character',
    group: 'Move in the text',
    name: t`Move by a character`,
    text: t`One character back or on.`,
    keys: family(SIDEWAYS, ['Alt+', 'Alt+Shift+', 'Mod+Alt+', 'Mod+Alt+Shift+']),
    fixed: { shown: eitherKey(['Alt+←', 'Alt+→']), why: SELECTS },
    inText: true,
    run: (context, chord) => {
      moveCaret(chord, context, byCharacter(arrowStep(chord, context)));
    },
  },
  {
    id: 'move-line',
    group: 'Move in the text',
    name: t`Move by a line`,
    text: t`One line up or down.`,
    keys: family(['ArrowUp', 'ArrowDown'], ['', 'Shift+', 'Alt+', 'Alt+Shift+']),
    fixed: { shown: eitherKey(['↑', '↓']), why: SELECTS },
    inText: true,
    run: (context, chord) => {
      moveCaret(chord, context, (offset) => context.view.nextLine(offset, keyOf(chord) === 'ArrowDown' ? 1 : -1));
    },
  },
  {
    id: 'move-sentence',
    group: 'Move in the text',
    name: t`Move by a sentence`,
    text: t`To the sentence before or after.`,
    keys: family([',', '.'], ['', 'Shift+']),
    fixed: { shown: eitherKey([',', '.']), why: SELECTS },
    inText: true,
    run: (context, chord) => {
      moveCaret(chord, context, bySentence(keyOf(chord) === '.' ? 1 : -1));
    },
  },
  {
    id: 'move-line-edge',
    group: 'Move in the text',
    name: t`Move to the edge of the line`,
    text: t`To the start or end of the line, with Ctrl of the article.`,
    keys: family(['Home', 'End'], ['', 'Shift+', 'Mod+', 'Mod+Shift+']),
    fixed: { shown: eitherKey(['Home', 'End']), why: SELECTS },
    inText: true,
    run: (context, chord) => {
      const isStart = keyOf(chord) === 'Home';
      const { length } = context.state.article.text;
      moveCaret(chord, context, (offset) =>
        holds(chord, 'Mod') ? (isStart ? 0 : length) : context.view.lineEdge(offset, isStart ? 'start' : 'end'),
      );
    },
  },
  {
    id: 'select-all',
    group: 'Move in the text',
    name: t`Select the whole text`,
    text: t`Select the whole text.`,
    keys: ['Mod+A'],
    inText: true,
    run: ({ state }) => {
      state.select({ anchor: 0, head: state.article.text.length });
    },
  },
  {
    id: 'walk-spans',
    group: 'Move in the text',
    name: t`Walk through the spans`,
    text: t`To the next span or the one before. After Esc, and past the last span, Tab leaves the text.`,
    keys: ['Tab', 'Shift+Tab'],
    fixed: { shown: eitherKey(['Tab', 'Shift+Tab']), why: t`Tab is what moves the focus everywhere.` },
    inText: true,
    run: ({ state }, chord) => state.walk(holds(chord, 'Shift') ? -1 : 1),
  },
];
