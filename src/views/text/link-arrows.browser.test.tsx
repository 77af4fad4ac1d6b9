import { describe, expect, test } from 'vitest';
import { characterRect, type Stage, spanOn, stageText } from './text-stage.tsx';

const STORY = [
  'Russian President Vladimir Putin is expected to visit Pyongyang on Tuesday for the first time since 2000, the White House said, and to meet Kim Jong Un.',
  '',
  '“We are concerned,” Kirby said, “very much so.”',
].join('\n');
const ARABIC = 'قال الرئيس إن كيم وصل إلى موسكو.\nوقال كيربي: «نحن قلقون جدا من ذلك».';

/** Draws the text with a link between spans on these words, the first of which is selected. */
async function stageLink(
  text: string,
  from: readonly string[],
  to: string,
  scene: { width: number; language?: string },
) {
  const [source, target] = [spanOn(text, 'quote', ...from), spanOn(text, 'entity', to)];
  const links = [{ id: 'link', from: source, to: target }];
  return stageText({ text, spans: [source, target], selected: source, links, ...scene });
}

function arrow(): SVGPathElement {
  return document.querySelector<SVGPathElement>('[data-link] path')!;
}

/** Points along the arrow, in pixels of the viewport. */
function pointsOf(path: SVGPathElement): readonly DOMPoint[] {
  const matrix = path.getScreenCTM()!;
  const length = path.getTotalLength();
  return Array.from({ length: 200 }, (_, index) =>
    path.getPointAtLength((length * index) / 199).matrixTransform(matrix),
  );
}

/** The middles of characters, from the top of the small letters to the line that they stand on, which the arrow lies over. */
function coveredBy(stage: Stage, text: string): readonly string[] {
  const points = pointsOf(arrow());
  return [...text.matchAll(/\S/gu)].flatMap(({ index, 0: character }) => {
    const { left, right, top, bottom } = characterRect(stage.container, stage.layout, index);
    const isOver = points.some(({ x, y }) => x > left && x < right && y > top + 2 && y < bottom - 2);
    return isOver ? [character] : [];
  });
}

describe('an arrow from the selected span', () => {
  test.each([
    ['to a line above', ['“We are concerned,”'], 'Putin', 420],
    ['to its own line', ['“We are concerned,”'], 'Kirby', 700],
    ['from a line above', ['Russian President'], 'Kirby', 420],
    ['from several fragments', ['“We are concerned,”', '“very much so.”'], 'Pyongyang', 420],
    ['in a narrow column', ['“We are concerned,”'], 'White House', 240],
  ])('%s covers no word', async (_, from, to, width) => {
    const stage = await stageLink(STORY, from, to, { width });
    expect(coveredBy(stage, STORY)).toEqual([]);
    const end = pointsOf(arrow()).at(-1)!;
    const rects = [STORY.indexOf(to), STORY.indexOf(to) + to.length - 1].map((offset) =>
      characterRect(stage.container, stage.layout, offset),
    );
    // Under the middle of the words that it ends at, where those are on one line.
    if (rects[0]!.top === rects[1]!.top) {
      expect(end.x).toBeCloseTo((rects[0]!.left + rects[1]!.right) / 2, 0);
      expect(Math.abs(end.y - rects[0]!.bottom)).toBeLessThan(4);
    }
  });

  test('stays inside the column, on the side where lines end', async () => {
    const stage = await stageLink(STORY, ['“We are concerned,”'], 'Putin', { width: 420 });
    const { left, right } = stage.container.getBoundingClientRect();
    const xs = pointsOf(arrow()).map(({ x }) => x);
    expect(Math.max(...xs)).toBeLessThan(right);
    expect(Math.max(...xs)).toBeGreaterThan(right - 20);
    expect(Math.min(...xs)).toBeGreaterThan(left);
  });

  test('runs along the left margin in a text from right to left', async () => {
    const stage = await stageLink(ARABIC, ['«نحن قلقون جدا من ذلك»'], 'كيم', { width: 300, language: 'ar' });
    const { left } = stage.container.getBoundingClientRect();
    const xs = pointsOf(arrow()).map(({ x }) => x);
    expect(Math.min(...xs)).toBeGreaterThan(left);
    expect(Math.min(...xs)).toBeLessThan(left + 20);
    expect(coveredBy(stage, ARABIC)).toEqual([]);
  });

  test('is hidden from assistive technology and goes when nothing is selected', async () => {
    const stage = await stageLink(STORY, ['“We are concerned,”'], 'Putin', { width: 420 });
    expect(arrow().closest('svg')!.getAttribute('aria-hidden')).toBe('true');
    stage.change({ selected: undefined, links: [] });
    expect(document.querySelector('[data-link]')).toBeNull();
  });
});
