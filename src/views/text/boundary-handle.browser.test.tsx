import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import styles from './boundary-handle.module.css';
import { clickMouse, dragMouse, emulateForcedColors, KEY, moveMouse, pressMouse, releaseMouse } from './devtools.ts';
import { characterRect, type Point, type Stage, nextFrame, spanOn, spanOver, stageText } from './text-stage.tsx';

const STORY = ['Russian President Putin met Kim in Pyongyang.', '“We are concerned,” Kirby said, “very much so.”'].join(
  '\n',
);

const at = (words: string): number => STORY.indexOf(words);

beforeEach(async () => {
  await releaseMouse({ x: 990, y: 690 });
});

describe('the handles of the selected span', () => {
  test('stand at both ends of each fragment', async () => {
    const quote = spanOn(STORY, 'quote', '“We are concerned,”', '“very much so.”');
    const stage = await stageText({ text: STORY, spans: [quote], selected: quote });
    const expected = quote.ranges.flatMap(({ from, to }) => [
      edgeOf(stage, from, 'left'),
      edgeOf(stage, to - 1, 'right'),
    ]);
    expect(handles(stage).map(({ dataset }) => dataset['handle'])).toEqual(['from', 'to', 'from', 'to']);
    for (const [index, handle] of handles(stage).entries()) expectAt(handle, expected[index]!);
  });

  test('stand at the outer sides of the words where a text is written from right to left', async () => {
    const text = 'קים נפגש עם פוטין ועם Kim Jong Un במוסקבה.';
    const span = spanOn(text, 'entity', 'נפגש עם פוטין');
    const stage = await stageText({ text, language: 'he', spans: [span], selected: span });
    const [from, to] = handles(stage) as [HTMLElement, HTMLElement];
    expectAt(from, edgeOf(stage, span.ranges[0]!.from, 'right'));
    expectAt(to, edgeOf(stage, span.ranges[0]!.to - 1, 'left'));
  });

  test('stand at the outer sides of a Latin name in such a text', async () => {
    const text = 'קים נפגש עם פוטין ועם Kim Jong Un במוסקבה.';
    const span = spanOn(text, 'entity', 'Kim Jong Un');
    const stage = await stageText({ text, language: 'he', spans: [span], selected: span });
    const [from, to] = handles(stage) as [HTMLElement, HTMLElement];
    expectAt(from, edgeOf(stage, span.ranges[0]!.from, 'left'));
    expectAt(to, edgeOf(stage, span.ranges[0]!.to - 1, 'right'));
  });

  test('stand in the lines of the span’s own words where it begins and ends with a line', async () => {
    const stage = await stageText({ text: STORY.repeat(3), width: 330 });
    const line = stage.linesOf(0)[1]!;
    stage.change({ selected: spanOver('entity', line) });
    const [from, to] = handles(stage) as [HTMLElement, HTMLElement];
    expectAt(from, edgeOf(stage, line.from, 'left'));
    expectAt(to, edgeOf(stage, line.to - 1, 'right'));
  });

  test.each([
    ['an emoji', '🇰🇵 and 👨‍👩‍👧‍👦'],
    ['white space, as imported spans may', '\n \n'],
    ['a character without a shape', '\u200B\u200B'],
  ])('are there for a span that begins and ends with %s', async (_, words) => {
    const text = `Flags: ${words} flew.`;
    const span = spanOn(text, 'entity', words);
    const stage = await stageText({ text, spans: [span], selected: span });
    expect(handles(stage)).toHaveLength(2);
  });

  test('are there for a span over 1,000 paragraphs', async () => {
    const text = Array.from({ length: 1000 }, (_, index) => `Words of paragraph ${index}.`).join('\n');
    const span = spanOver('quote', { from: 0, to: text.length });
    const stage = await stageText({ text, spans: [span], selected: span });
    expect(handles(stage)).toHaveLength(2);
    await dragMouse([knobOf(stage, 'from'), aimAt(stage, text.indexOf('of paragraph 3.'), 'from')]);
    expect(stage.events.onMoveBoundary).toHaveBeenCalledWith(span, 0, 'from', text.indexOf('of paragraph 3.'));
  });

  test('have a knob to be seen and, being small, taken hold of from beside it', async () => {
    const stage = await stagePutin();
    for (const handle of handles(stage)) {
      const { seen, all } = knobSize(handle);
      expect(seen).toBe(10);
      expect(all).toBe(24);
    }
  });

  test('are seen also where the user’s colours take the place of ours', async () => {
    await emulateForcedColors('active');
    onTestFinished(() => emulateForcedColors('none'));
    const stage = await stagePutin();
    const paper = getComputedStyle(document.body).backgroundColor;
    for (const part of ['::before', '::after']) {
      const { backgroundColor } = getComputedStyle(handles(stage)[0]!, part);
      expect([paper, 'rgba(0, 0, 0, 0)']).not.toContain(backgroundColor);
    }
  });

  test('are not there where the layer cannot be changed, nor without a selected span', async () => {
    const stage = await stagePutin();
    stage.change({ editable: false });
    expect(handles(stage)).toHaveLength(0);
    stage.change({ editable: true });
    expect(handles(stage)).toHaveLength(2);
    stage.change({ selected: undefined });
    expect(handles(stage)).toHaveLength(0);
  });

  test('leave the words under them to be clicked', async () => {
    const stage = await stagePutin();
    const { left, top, height } = handles(stage)[0]!.getBoundingClientRect();
    await clickMouse({ x: left + 1, y: top + height / 2 + 2 });
    expect(stage.events.onClickAt).toHaveBeenCalledWith(at('Putin'), false);
  });
});

describe('dragging a handle', () => {
  test('moves the end to the edge of the word that is meant', async () => {
    const stage = await stagePutin();
    await dragMouse([knobOf(stage, 'to'), aimAt(stage, at('met'), 'to'), aimAt(stage, at('ongyang'), 'to')]);
    expect(stage.events.onMoveBoundary.mock.calls).toEqual([[PUTIN, 0, 'to', at('Pyongyang') + 9]]);
  });

  test('moves the start', async () => {
    const stage = await stagePutin();
    await dragMouse([knobOf(stage, 'from'), aimAt(stage, at('dent'), 'from')]);
    expect(stage.events.onMoveBoundary.mock.calls).toEqual([[PUTIN, 0, 'from', at('President')]]);
  });

  test('with Alt moves the edge to the exact character', async () => {
    const stage = await stagePutin();
    await dragMouse([knobOf(stage, 'from'), aimAt(stage, at('dent'), 'from')], KEY.alt);
    await dragMouse([knobOf(stage, 'to'), aimAt(stage, at('ongyang'), 'to')], KEY.alt);
    expect(stage.events.onMoveBoundary.mock.calls).toEqual([
      [PUTIN, 0, 'from', at('dent')],
      [PUTIN, 0, 'to', at('ongyang')],
    ]);
  });

  test('moves that fragment which it belongs to', async () => {
    const quote = spanOn(STORY, 'quote', 'concerned', 'much');
    const stage = await stageText({ text: STORY, spans: [quote], selected: quote });
    await dragMouse([knobOf(stage, 'to', 1), aimAt(stage, at('so.') + 1, 'to')]);
    expect(stage.events.onMoveBoundary.mock.calls).toEqual([[quote, 1, 'to', at('so.') + 2]]);
  });

  test('into another paragraph moves it there', async () => {
    const stage = await stagePutin();
    await dragMouse([knobOf(stage, 'to'), aimAt(stage, at('irby'), 'to')]);
    expect(stage.events.onMoveBoundary.mock.calls).toEqual([[PUTIN, 0, 'to', at('Kirby') + 5]]);
  });

  test('shows what the span would be, until it is dropped', async () => {
    const stage = await stagePutin();
    const grip = knobOf(stage, 'to');
    const aim = aimAt(stage, at('Kim') + 2, 'to');
    await pressMouse(grip);
    expect(previews()).toEqual([]);
    await moveMouse(aim);
    await nextFrame();
    const [preview] = previews() as [DOMRect];
    expect(previews()).toHaveLength(1);
    expect(preview.left).toBeCloseTo(edgeOf(stage, at('Putin'), 'left').x, 1);
    expect(preview.right).toBeCloseTo(edgeOf(stage, at('Kim') + 2, 'right').x, 1);
    await releaseMouse(aim);
    await nextFrame();
    expect(previews()).toEqual([]);
  });

  test('that the browser breaks off changes nothing', async () => {
    const stage = await stagePutin();
    await pressMouse(knobOf(stage, 'to'));
    await moveMouse(aimAt(stage, at('Kim') + 2, 'to'));
    await expect.poll(previews).toHaveLength(1);
    handles(stage)[1]!.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true }));
    await expect.poll(previews).toEqual([]);
    await releaseMouse(aimAt(stage, at('Kim') + 2, 'to'));
    expect(stage.events.onMoveBoundary).not.toHaveBeenCalled();
  });

  test('back to where it was changes nothing', async () => {
    const stage = await stagePutin();
    await dragMouse([knobOf(stage, 'to'), aimAt(stage, at('Kim'), 'to'), knobOf(stage, 'to')]);
    expect(stage.events.onMoveBoundary).not.toHaveBeenCalled();
  });

  test('past the other edge stops before it, so that the span never becomes empty', async () => {
    const stage = await stagePutin();
    await dragMouse([knobOf(stage, 'to'), aimAt(stage, at('tin'), 'to'), aimAt(stage, at('Russian'), 'to')], KEY.alt);
    expect(stage.events.onMoveBoundary.mock.calls).toEqual([[PUTIN, 0, 'to', at('tin')]]);
  });

  test('neither selects nor clicks', async () => {
    const stage = await stagePutin();
    await dragMouse([knobOf(stage, 'to'), aimAt(stage, at('Kim'), 'to')]);
    await clickMouse(knobOf(stage, 'from'));
    expect(stage.events.onSelect).not.toHaveBeenCalled();
    expect(stage.events.onClickAt).not.toHaveBeenCalled();
    expect(document.getSelection()!.isCollapsed).toBe(true);
  });
});

const PUTIN = spanOn(STORY, 'entity', 'Putin');

function stagePutin(): Promise<Stage> {
  return stageText({ text: STORY, spans: [PUTIN], selected: PUTIN });
}

function handles({ container }: Stage): readonly HTMLElement[] {
  return [...container.parentElement!.querySelectorAll<HTMLElement>('[data-handle]')];
}

/** The width of the dot, and with the transparent border around it. */
function knobSize(handle: HTMLElement): { seen: number; all: number } {
  const { width, borderLeftWidth, boxSizing } = getComputedStyle(handle, '::after');
  const borders = 2 * parseFloat(borderLeftWidth);
  const seen = boxSizing === 'border-box' ? parseFloat(width) - borders : parseFloat(width);
  return { seen, all: seen + borders };
}

function previews(): readonly DOMRect[] {
  return [...document.querySelectorAll(`.${styles['preview']}`)].map((part) => part.getBoundingClientRect());
}

/** One side of a character. */
function edgeOf({ container, layout }: Stage, offset: number, side: 'left' | 'right'): Point {
  const rect = characterRect(container, layout, offset);
  return { x: rect[side], y: rect.top };
}

function expectAt(handle: HTMLElement, { x, y }: Point): void {
  const { left, width, top } = handle.getBoundingClientRect();
  expect(left + width / 2).toBeCloseTo(x, 1);
  expect(top).toBeCloseTo(y, 1);
}

/** The middle of the knob: above the line at the start, below it at the end. */
function knobOf(stage: Stage, edge: 'from' | 'to', fragment = 0): Point {
  const { left, top, bottom } = handles(stage)[fragment * 2 + (edge === 'from' ? 0 : 1)]!.getBoundingClientRect();
  return { x: left + 1, y: edge === 'from' ? top - 5 : bottom + 5 };
}

/** Where the knob has to be for the handle to stand at the offset. */
function aimAt(stage: Stage, offset: number, edge: 'from' | 'to'): Point {
  const { x, y } = stage.pointAt(offset);
  return { x, y: edge === 'from' ? y - 14 : y + 14 };
}
