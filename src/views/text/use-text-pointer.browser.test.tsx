import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { clickMouse, dragMouse, KEY, pressMouse, releaseMouse, rightClickMouse } from './devtools.ts';
import { nextFrame, type Point, type Stage, spanOn, spanOver, stageText } from './text-stage.tsx';

const STORY = [
  'Russian President Putin met Kim in Pyongyang.',
  'Two flags 🇰🇵🇷🇺 flew: cafe\u0301s closed.',
  '',
  '“We are concerned,” Kirby said.',
].join('\n');

const at = (words: string): number => STORY.indexOf(words);

beforeEach(async () => {
  // The mouse of the test before must not hover over a span of this one.
  await releaseMouse({ x: 990, y: 690 });
});

describe('dragging', () => {
  test('selects whole words', async () => {
    const stage = await stageText({ text: STORY });
    await drag(stage, at('dent'), at('im in'));
    expect(selected(stage)).toEqual({ words: 'President Putin met Kim', isForward: true });
    expect(stage.events.onClickAt).not.toHaveBeenCalled();
  });

  test('backwards keeps its direction', async () => {
    const stage = await stageText({ text: STORY });
    await drag(stage, at('im in'), at('dent'));
    expect(selected(stage)).toEqual({ words: 'President Putin met Kim', isForward: false });
  });

  test('leaves out white space at its edges', async () => {
    const stage = await stageText({ text: STORY });
    await drag(stage, at(' Putin'), at('met'));
    expect(selected(stage).words).toBe('Putin');
  });

  test('with Alt selects exact characters', async () => {
    const stage = await stageText({ text: STORY });
    await drag(stage, at('dent'), at('tin'), KEY.alt);
    expect(selected(stage)).toEqual({ words: 'dent Pu', isForward: true });
    await drag(stage, at('tin'), at('dent'), KEY.alt);
    expect(selected(stage)).toEqual({ words: 'dent Pu', isForward: false });
  });

  test('over an emoji or an accent never cuts it', async () => {
    const stage = await stageText({ text: STORY });
    await drag(stage, at('🇷🇺'), at(' flew') + 2, KEY.alt);
    expect(selected(stage).words).toBe('🇷🇺 f');
    await drag(stage, at('cafe'), at('\u0301s') + 1, KEY.alt);
    expect(selected(stage).words).toBe('cafe\u0301');
  });

  test.each([
    ['Ctrl', KEY.ctrl],
    ['⌘', KEY.meta],
  ])('with %s adds the words to the selected span', async (_, key) => {
    const stage = await stageText({ text: STORY });
    await drag(stage, at('are'), at('cerned'), key);
    expect(stage.events.onAddFragment.mock.calls).toEqual([[{ anchor: at('are'), head: at('concerned') + 9 }]]);
    expect(stage.events.onSelect).not.toHaveBeenCalled();
  });

  test('over paragraphs and marks selects all between', async () => {
    const stage = await stageText({
      text: STORY,
      spans: [
        spanOn(STORY, 'entity', 'Kim'),
        spanOn(STORY, 'quote', 'flags', 'closed'),
        spanOn(STORY, 'claim', 'Kirby said'),
      ],
    });
    await drag(stage, at('im in'), at('irby'));
    expect(selected(stage).words).toBe(STORY.slice(at('Kim'), at(' said')));
  });

  test('over white space alone tells nothing', async () => {
    const stage = await stageText({ text: 'One  two.' });
    await drag(stage, 3, 5);
    expect(calls(stage)).toEqual([]);
  });

  test('out of the text below it selects to the end', async () => {
    const stage = await stageText({ text: STORY });
    await dragMouse([stage.pointAt(at('Kirby')), pointIn('footer')]);
    expect(selected(stage)).toEqual({ words: 'Kirby said.', isForward: true });
  });

  test('out of the text above it selects to the start', async () => {
    const stage = await stageText({ text: STORY });
    await dragMouse([stage.pointAt(at(' Putin')), pointIn('h1')]);
    expect(selected(stage)).toEqual({ words: 'Russian President', isForward: false });
  });

  test.each([
    ['above', 'h1', 'Russian President', true],
    ['below', 'footer', STORY.slice(at('Putin')), false],
  ])('that begins %s the text selects from that end of it', async (_, place, words, isForward) => {
    const stage = await stageText({ text: STORY });
    await dragMouse([pointIn(place), stage.pointAt(at('Putin'))]);
    expect(selected(stage)).toEqual({ words, isForward });
  });

  test('in a text from right to left selects whole words in their direction', async () => {
    const text = 'قال الرئيس إن Kim وصل إلى موسكو.';
    const stage = await stageText({ text, language: 'ar' });
    await drag(stage, text.indexOf('رئيس'), text.indexOf('صل إلى'));
    expect(selected(stage, text)).toEqual({ words: 'الرئيس إن Kim وصل', isForward: true });
    await drag(stage, text.indexOf('صل إلى'), text.indexOf('رئيس'));
    expect(selected(stage, text).isForward).toBe(false);
  });
});

describe('a double click', () => {
  test.each([
    ['in', 'tin'],
    ['at the start of', 'Putin'],
  ])('%s a word selects it', async (_, place) => {
    const stage = await stageText({ text: STORY });
    await clickMouse(stage.pointAt(at(place)), 2);
    expect(selected(stage).words).toBe('Putin');
    expect(stage.events.onClickAt.mock.calls).toEqual([[at(place), false]]);
  });

  test('in a word that is one span selects it too', async () => {
    const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'entity', 'Putin')] });
    await clickMouse(stage.pointAt(at('tin')), 2);
    expect(selected(stage).words).toBe('Putin');
  });

  test('where spans are stacked is two clicks, which go through the stack', async () => {
    const spans = [spanOn(STORY, 'entity', 'Putin'), spanOn(STORY, 'claim', 'Putin met Kim')];
    const stage = await stageText({ text: STORY, spans });
    await clickMouse(stage.pointAt(at('tin')), 2);
    expect(stage.events.onClickAt.mock.calls).toEqual([
      [at('tin'), false],
      [at('tin'), true],
    ]);
    expect(stage.events.onSelect).not.toHaveBeenCalled();
  });
});

describe('a triple click selects the paragraph', () => {
  test.each(['Russian President Putin met Kim in Pyongyang.', '“We are concerned,” Kirby said.'])(
    '%s',
    async (words) => {
      const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'quote', 'Kim', 'Kirby')] });
      await clickMouse(stage.pointAt(at(words) + 9), 3);
      expect(selected(stage)).toEqual({ words, isForward: true });
    },
  );

  test('before an empty one', async () => {
    const stage = await stageText({ text: STORY });
    await clickMouse(stage.pointAt(at('flew')), 3);
    expect(selected(stage).words).toBe(STORY.split('\n')[1]);
  });

  test('at the end of a section', async () => {
    const text = Array.from({ length: 20 }, (_, index) => `Paragraph ${index}.`).join('\n');
    const stage = await stageText({ text });
    stage.handle.bringIntoSight(stage.layout.blocks[15]!.from);
    await nextFrame();
    await clickMouse(stage.pointAt(stage.layout.blocks[15]!.from + 3), 3);
    expect(selected(stage, text).words).toBe('Paragraph 15.');
  });
});

describe('a click', () => {
  test('tells its offset, and whether it is again at the same place', async () => {
    const stage = await stageText({ text: STORY });
    for (const words of ['tin', 'tin', 'tin', 'oncerned', 'tin']) await clickMouse(stage.pointAt(at(words)));
    expect(stage.events.onClickAt.mock.calls).toEqual([
      [at('tin'), false],
      [at('tin'), true],
      [at('tin'), true],
      [at('oncerned'), false],
      [at('tin'), false],
    ]);
    expect(stage.events.onSelect).not.toHaveBeenCalled();
  });

  test('a few pixels off is at the same place', async () => {
    const stage = await stageText({ text: STORY });
    const { x, y } = stage.pointAt(at('tin'));
    await clickMouse({ x, y });
    await clickMouse({ x: x + 3, y: y - 3 });
    await clickMouse({ x: x + 12, y });
    expect(stage.events.onClickAt.mock.calls.map(([, again]) => again)).toEqual([false, true, false]);
  });

  test('at the same place of the window after scrolling is not at the same place of the text', async () => {
    const text = Array.from({ length: 60 }, () => 'All the same words.').join('\n');
    const stage = await stageText({ text });
    const point = stage.pointAt(stage.layout.blocks[6]!.from + 4);
    await clickMouse(point);
    scrollBy(0, 94);
    await nextFrame();
    await clickMouse(point);
    expect(stage.events.onClickAt.mock.calls.map(([, again]) => again)).toEqual([false, false]);
  });

  test('into the selection is a click and no selection', async () => {
    const stage = await stageText({ text: STORY });
    await drag(stage, at('Russian'), at(' met'));
    await clickMouse(stage.pointAt(at('Putin')));
    expect(stage.events.onSelect).toHaveBeenCalledTimes(1);
    expect(stage.events.onClickAt.mock.calls).toEqual([[at('Putin'), false]]);
    expect(document.getSelection()!.isCollapsed).toBe(true);
  });

  test('gives the text the focus', async () => {
    const stage = await stageText({ text: STORY });
    await clickMouse(stage.pointAt(at('Putin')));
    expect(stage.handle.hasFocus()).toBe(true);
  });

  test('with Shift selects from the caret', async () => {
    const stage = await stageText({ text: STORY });
    await clickMouse(stage.pointAt(at('met')));
    await clickMouse(stage.pointAt(at('yang')), 1, KEY.shift);
    expect(selected(stage)).toEqual({ words: 'met Kim in Pyongyang', isForward: true });
  });

  test('with Shift selects from the caret also where its paragraph was drawn with its spans in the meantime', async () => {
    const text = Array.from({ length: 100 }, (_, index) => `Kim met Putin in paragraph ${index}.`).join('\n');
    const from = text.indexOf('Kim met Putin in paragraph 90');
    const stage = await stageText({ text, spans: [spanOver('entity', { from, to: from + 3 })] });
    stage.change({ selection: { anchor: from + 8, head: from + 8 } });
    stage.handle.bringIntoSight(from);
    await expect.poll(() => stage.paragraph(90).querySelectorAll('mark').length).toBe(1);
    await clickMouse(stage.pointAt(from + 20), 1, KEY.shift);
    expect(selected(stage, text)).toEqual({ words: 'Putin in paragraph', isForward: true });
  });

  test('of the right button tells nothing', async () => {
    const stage = await stageText({ text: STORY });
    await rightClickMouse(stage.pointAt(at('Putin')));
    expect(calls(stage)).toEqual([]);
  });

  test('beside a line is at its end, and on the bar in the margin at its start', async () => {
    const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'quote', '“We are concerned,”')] });
    const { left, right, top } = stage.paragraph(3).getBoundingClientRect();
    await clickMouse({ x: right - 4, y: top + 15 });
    await clickMouse({ x: left - 14, y: top + 15 });
    expect(stage.events.onClickAt.mock.calls).toEqual([
      [STORY.length, false],
      [at('“We'), false],
    ]);
  });

  test('that was pressed outside the text tells nothing', async () => {
    const stage = await stageText({ text: STORY });
    await pressMouse(pointIn('h1'));
    document.getSelection()!.removeAllRanges();
    await releaseMouse(stage.pointAt(at('Putin')));
    expect(calls(stage)).toEqual([]);
  });
});

describe('on a touch screen', () => {
  test('a selection counts once its handles have rested, and snaps to words', async () => {
    const stage = await stageText({ text: STORY });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    touch(stage, 'pointerdown', at('tin'));
    const node = stage.paragraph(0).firstChild!;
    for (const end of [at('met'), at('im in'), at('ongyang')]) {
      document.getSelection()!.setBaseAndExtent(node, at('tin'), node, end);
      document.dispatchEvent(new Event('selectionchange'));
      vi.advanceTimersByTime(300);
      expect(stage.events.onSelect).not.toHaveBeenCalled();
    }
    vi.advanceTimersByTime(100);
    expect(stage.events.onSelect).toHaveBeenCalledTimes(1);
    expect(selected(stage).words).toBe('Putin met Kim in Pyongyang');
  });

  test('a selection that the mouse makes is told by its release alone', async () => {
    const stage = await stageText({ text: STORY });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const node = stage.paragraph(0).firstChild!;
    document.getSelection()!.setBaseAndExtent(node, 0, node, 7);
    document.dispatchEvent(new Event('selectionchange'));
    vi.advanceTimersByTime(1000);
    expect(stage.events.onSelect).not.toHaveBeenCalled();
  });

  test('a tap is a click, and another one later at about its place is one again', async () => {
    const stage = await stageText({ text: STORY });
    tap(stage, at('tin'));
    // Longer than between the taps of a double tap.
    await new Promise((resolve) => {
      setTimeout(resolve, 450);
    });
    tap(stage, at('tin'));
    expect(stage.events.onClickAt.mock.calls).toEqual([
      [at('tin'), false],
      [at('tin'), true],
    ]);
  });

  test('two quick taps select the word under them', async () => {
    const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'entity', 'Putin')] });
    tap(stage, at('tin'));
    tap(stage, at('tin'));
    expect(selected(stage)).toEqual({ words: 'Putin', isForward: true });
    expect(stage.events.onClickAt.mock.calls).toEqual([[at('tin'), false]]);
  });

  test('two quick taps where there is no word, or where spans are stacked, are two clicks', async () => {
    const spans = [spanOn(STORY, 'entity', 'Putin'), spanOn(STORY, 'claim', 'Putin met Kim')];
    const stage = await stageText({ text: STORY, spans });
    for (const place of [at('tin'), at('🇰🇵')]) {
      tap(stage, place);
      tap(stage, place);
    }
    expect(stage.events.onSelect).not.toHaveBeenCalled();
    expect(stage.events.onClickAt.mock.calls.map(([, again]) => again)).toEqual([false, true, false, true]);
  });

  test('the system’s selection is left as it is, while its handles may be dragged', async () => {
    const stage = await stageText({ text: STORY });
    touch(stage, 'pointerdown', at('tin'));
    const node = stage.paragraph(0).firstChild!;
    document.getSelection()!.setBaseAndExtent(node, at('tin'), node, at('im in'));
    await expect.poll(() => stage.events.onSelect.mock.calls.length).toBe(1);
    await nextFrame();
    expect(selected(stage).words).toBe('Putin met Kim');
    expect(String(document.getSelection())).toBe('tin met K');
    expect(wordsShown()).toHaveLength(0);
  });

  test('words selected by taps, or that the system no longer shows, have our handles, until a key is used', async () => {
    const stage = await stageText({ text: STORY });
    tap(stage, at('met'));
    tap(stage, at('met'));
    await expect.poll(wordsShown).toHaveLength(1);
    expect(wordsShown()[0]!.querySelectorAll('[data-handle]')).toHaveLength(2);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
    await expect.poll(() => String(document.getSelection())).toBe('met');
    expect(wordsShown()).toHaveLength(0);
  });

  test('a tap that ends a selection is no click', async () => {
    const stage = await stageText({ text: STORY });
    touch(stage, 'pointerdown', at('tin'));
    document.getSelection()!.setBaseAndExtent(stage.paragraph(0).firstChild!, 3, stage.paragraph(0).firstChild!, 9);
    touch(stage, 'click', at('tin'));
    expect(stage.events.onClickAt).not.toHaveBeenCalled();
  });
});

function tap(stage: Stage, offset: number): void {
  touch(stage, 'pointerdown', offset);
  touch(stage, 'click', offset);
}

/** Where selected words are shown by the overlay and not by the browser. */
function wordsShown(): readonly Element[] {
  return [...document.querySelectorAll('[data-selected-words]')];
}

async function drag(stage: Stage, from: number, to: number, keys: number = KEY.none): Promise<void> {
  await dragMouse([stage.pointAt(from), stage.pointAt(Math.round((from + to) / 2)), stage.pointAt(to)], keys);
}

/** What the last selection that was told holds. */
function selected({ events }: Stage, text = STORY): { words: string; isForward: boolean } {
  const { anchor, head } = events.onSelect.mock.lastCall![0];
  return { words: text.slice(Math.min(anchor, head), Math.max(anchor, head)), isForward: anchor < head };
}

function calls({ events }: Stage): readonly unknown[] {
  return Object.values(events).flatMap((event): readonly unknown[] => event.mock.calls);
}

function pointIn(selector: string): Point {
  const { left, top, height } = document.querySelector(selector)!.getBoundingClientRect();
  return { x: left + 30, y: top + height / 2 };
}

function touch({ container, pointAt }: Stage, type: string, offset: number): void {
  const { x: clientX, y: clientY } = pointAt(offset);
  container.dispatchEvent(new PointerEvent(type, { clientX, clientY, bubbles: true, pointerType: 'touch' }));
}
