import { expect, test } from 'vitest';
import { numberSpans } from './number-spans.ts';
import { spanOn, stageText } from './text-stage.tsx';

const TEXT = 'Kirby said that Putin met Kim in Pyongyang.\nMore was said.';

test('each span has its number once, behind its last words, and none when it is over', async () => {
  const spans = [
    spanOn(TEXT, 'quote', 'Kirby', 'Kim in'),
    spanOn(TEXT, 'claim', 'Putin met Kim in Pyongyang.\nMore'),
    spanOn(TEXT, 'entity', 'Putin'),
  ];
  const { container } = await stageText({ text: TEXT, spans });
  const numbered = (): readonly (readonly [string, string])[] =>
    [...container.querySelectorAll<HTMLElement>('[data-number]')].map((piece) => {
      return [piece.dataset['number']!, piece.textContent];
    });
  const remove = numberSpans(document, spans);
  expect(numbered()).toEqual([
    ['3', 'Putin'],
    ['1', 'Kim in'],
    ['2', 'More'],
  ]);
  remove();
  expect(numbered()).toEqual([]);
});
