import { characterAfter, characterBefore, wordEdgeAfter, wordEdgeBefore } from '#core/text/words.ts';
import { sentenceEdgeAfter, sentenceEdgeBefore } from '#core/text/sentences.ts';
import { isCommandKey, type KeyCommand, type KeyContext } from './key-command.ts';

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
function arrowStep(event: KeyboardEvent, { view }: KeyContext): 1 | -1 {
  return (event.key === 'ArrowRight') !== view.isRightToLeft() ? 1 : -1;
}

function isSideways(event: KeyboardEvent): boolean {
  return event.key === 'ArrowLeft' || event.key === 'ArrowRight';
}

function move(event: KeyboardEvent, context: KeyContext, to: Move): void {
  const { state, view } = context;
  const { anchor, head } = state.selection ?? { anchor: 0, head: 0 };
  const next = to(head, context);
  state.select({ anchor: event.shiftKey ? anchor : next, head: next });
  view.bringIntoSight(next);
}

function inText(context: KeyContext): boolean {
  return context.view.hasFocus();
}

/** Keys that move the caret; with Shift they select. They work while the text has the focus. */
export const CARET_KEYS: readonly KeyCommand[] = [
  {
    group: 'Move in the text',
    keys: '← or →',
    text: 'One word back or on. Shift selects, here and below.',
    matches: (event, context) => isSideways(event) && !event.altKey && inText(context),
    run: (event, context) => {
      move(event, context, word(arrowStep(event, context)));
    },
  },
  {
    group: 'Move in the text',
    keys: 'Alt+← or Alt+→',
    text: 'One character back or on.',
    matches: (event, context) => isSideways(event) && event.altKey && inText(context),
    run: (event, context) => {
      move(event, context, character(arrowStep(event, context)));
    },
  },
  {
    group: 'Move in the text',
    keys: '↑ or ↓',
    text: 'One line up or down.',
    matches: (event, context) => /^Arrow(Up|Down)$/.test(event.key) && !isCommandKey(event) && inText(context),
    run: (event, context) => {
      move(event, context, (offset) => context.view.nextLine(offset, event.key === 'ArrowDown' ? 1 : -1));
    },
  },
  {
    group: 'Move in the text',
    keys: ', or .',
    text: 'To the sentence before or after.',
    // With Shift these keys carry other signs, and which ones depends on the keyboard.
    matches: (event, context) =>
      (/^[,.]$/.test(event.key) || (event.shiftKey && /^(Comma|Period)$/.test(event.code))) &&
      !isCommandKey(event) &&
      inText(context),
    run: (event, context) => {
      move(event, context, sentence(event.key === '.' || event.code === 'Period' ? 1 : -1));
    },
  },
  {
    group: 'Move in the text',
    keys: 'Home or End',
    text: 'To the start or end of the line, with Ctrl of the article.',
    matches: (event, context) => /^(Home|End)$/.test(event.key) && inText(context),
    run: (event, context) => {
      const isStart = event.key === 'Home';
      const { length } = context.state.article.text;
      move(event, context, (offset) =>
        isCommandKey(event) ? (isStart ? 0 : length) : context.view.lineEdge(offset, isStart ? 'start' : 'end'),
      );
    },
  },
  {
    group: 'Move in the text',
    keys: 'Tab or Shift+Tab',
    text: 'To the next span or the one before. After Esc, and past the last span, Tab leaves the text.',
    matches: (event, context) => event.key === 'Tab' && !isCommandKey(event) && !event.altKey && inText(context),
    run: (event, { state }) => state.walk(event.shiftKey ? -1 : 1),
  },
];
