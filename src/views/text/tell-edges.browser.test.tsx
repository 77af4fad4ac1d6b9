import { expect, test } from 'vitest';
import { nextFrame, spanOn, stageText } from './text-stage.tsx';
import { tellEdges } from './tell-edges.ts';
import { offsetOf, positionOf } from './text-position.ts';

const QUOTE = 'We will go, she said, on Monday.';
const SPANS = [
  spanOn(QUOTE, 'claim', QUOTE),
  spanOn(QUOTE, 'quote', 'We will go,', 'on Monday.'),
  spanOn(QUOTE, 'entity', 'Monday'),
];

/** What a screen reader is given: the text and the words at its spans. */
function told(within: Element): string {
  return [...within.childNodes]
    .map((node) => {
      if (!(node instanceof HTMLElement)) return node.textContent;
      const words = node.dataset['told'];
      if (words === undefined) return told(node);
      // It is said, and there is no text of it in the page.
      expect(getComputedStyle(node, '::before').content).toContain(words);
      expect(node.textContent).toBe('');
      return `[${words}]`;
    })
    .join('');
}

test('nested, overlapping and interrupted spans are told in the order of reading', async () => {
  const stage = await stageText({ text: QUOTE, spans: SPANS });
  expect(told(stage.paragraph(0))).toBe(QUOTE);
  stage.change({ tell: tellEdges });
  expect(told(stage.paragraph(0))).toBe(
    '[Claim starts][Quote starts]We will go,[Quote pauses] she said, [Quote goes on]on [Entity starts]Monday[Entity ends].[Quote ends][Claim ends]',
  );
  stage.change({ spans: SPANS.slice(0, 1) });
  expect(told(stage.paragraph(0))).toBe(`[Claim starts]${QUOTE}[Claim ends]`);
  stage.change({ tell: undefined });
  expect(told(stage.paragraph(0))).toBe(QUOTE);
});

test('no offset moves by what is told, and no word goes to another line', async () => {
  const stage = await stageText({ text: `${QUOTE}\n${QUOTE}`, spans: SPANS, width: 220 });
  const places = () => Array.from({ length: QUOTE.length }, (_, offset) => stage.pointAt(offset));
  const before = places();
  stage.change({ tell: tellEdges });
  expect(stage.container.querySelectorAll('[data-told]').length).toBeGreaterThan(0);
  for (const [index, { x, y }] of places().entries()) {
    expect(y).toBe(before[index]!.y);
    // Letters at an edge are no longer moved together.
    expect(Math.abs(x - before[index]!.x)).toBeLessThan(3);
  }
  for (let offset = 0; offset <= QUOTE.length; offset += 1) {
    for (const run of ['before', 'after'] as const) {
      const position = positionOf(stage.container, stage.layout, offset, run)!;
      expect(offsetOf(stage.container, stage.layout, position)).toBe(offset);
    }
  }
});

test('far away spans are told as well, each section in its turn, and no longer when it is over', async () => {
  const text = Array.from({ length: 500 }, (_, index) => `Ann Bell spoke ${index} times of what she had seen.`).join(
    '\n',
  );
  const spans = [...text.matchAll(/Ann Bell spoke \d+ times/g)].map(([words]) => spanOn(text, 'claim', words));
  const stage = await stageText({ text, spans });
  const tolds = (): number => stage.container.querySelectorAll('[data-told]').length;
  stage.change({ tell: tellEdges });
  await expect.poll(tolds).toBe(spans.length * 2);
  // Only what is laid out is heard.
  expect(getComputedStyle(stage.container.lastElementChild!).contentVisibility).toBe('visible');
  stage.change({ tell: undefined });
  await nextFrame();
  expect(tolds()).toBe(0);
  expect(stage.paragraph(499).querySelector('mark')).toBeNull();
  expect(getComputedStyle(stage.container.lastElementChild!).contentVisibility).toBe('auto');
});
