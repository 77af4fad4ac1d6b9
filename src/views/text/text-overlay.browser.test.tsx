import { describe, expect, test } from 'vitest';
import styles from './text-overlay.module.css';
import { characterRect, nextFrame, type Stage, spanOn, spanOver, stageText } from './text-stage.tsx';

const STORY = [
  'Russian President Vladimir Putin is expected to visit Pyongyang on Tuesday for the first time since 2000.',
  '',
  '“We are concerned,” Kirby said, “very much so.”',
].join('\n');

const at = (words: string): number => STORY.indexOf(words);

describe('the caret', () => {
  test('stands at the head of a selection that holds nothing, while the text has the focus', async () => {
    const stage = await stageText({ text: STORY, selection: { anchor: at('Putin'), head: at('Putin') } });
    const [caret] = parts('caret') as [HTMLElement];
    const { left, top, height } = characterRect(stage.container, stage.layout, at('Putin'));
    const box = caret.getBoundingClientRect();
    expect([box.left + 1, box.top, box.height]).toEqual([left, top, height].map((value) => expect.closeTo(value, 1)));
    expect(getComputedStyle(caret).visibility).toBe('hidden');
    stage.handle.focus();
    expect(getComputedStyle(caret).visibility).toBe('visible');
  });

  test('is not there where words are selected, nor where nothing is', async () => {
    const stage = await stageText({ text: STORY });
    expect(parts('caret')).toHaveLength(0);
    stage.change({ selection: { anchor: 3, head: 9 } });
    expect(parts('caret')).toHaveLength(0);
    stage.change({ selection: { anchor: 9, head: 9 } });
    expect(parts('caret')).toHaveLength(1);
  });

  test('stands in an empty paragraph', async () => {
    const stage = await stageText({ text: STORY, selection: { anchor: at('\n') + 1, head: at('\n') + 1 } });
    const caret = parts('caret')[0]!.getBoundingClientRect();
    const paragraph = stage.paragraph(1).getBoundingClientRect();
    expect(caret.top).toBeGreaterThanOrEqual(paragraph.top);
    expect(caret.bottom).toBeLessThanOrEqual(paragraph.bottom);
  });
});

describe('the outline of the selected span', () => {
  test('goes around its words, line by line and fragment by fragment', async () => {
    const stage = await stageText({ text: STORY, width: 420 });
    const [first, second] = stage.linesOf(0) as [{ from: number; to: number }, { from: number; to: number }];
    const ranges = [
      { from: first.from + 8, to: second.from + 4 },
      { from: at('concerned'), to: at('concerned') + 9 },
    ];
    stage.change({
      selected: spanOver('quote', ...ranges),
      spans: [spanOver('entity', { from: 10, to: 20 }), spanOver('quote', ...ranges)],
    });
    const rect = (offset: number) => characterRect(stage.container, stage.layout, offset);
    const expected = [
      [rect(first.from + 8).left, rect(first.to - 1).right],
      [rect(second.from).left, rect(second.from + 3).right],
      [rect(at('concerned')).left, rect(at('concerned') + 8).right],
    ];
    const drawn = parts('outline').map((part) => part.getBoundingClientRect());
    expect(drawn.map(({ left, right }) => [left, right])).toEqual(
      expected.map((edges) => edges.map((edge) => expect.closeTo(edge, 1))),
    );
    expect(drawn.map(({ top }) => top)).toEqual(
      [first.from, second.from, at('concerned')].map((offset) => expect.closeTo(rect(offset).top, 1)),
    );
  });

  test('goes around the words alone, and not around the bar in the margin or the height of marks', async () => {
    const span = spanOn(STORY, 'quote', '“We are concerned,”');
    const stage = await stageText({ text: STORY, spans: [span, spanOn(STORY, 'claim', 'are')], selected: span });
    const { left, height } = characterRect(stage.container, stage.layout, at('“We'));
    expect(parts('outline')).toHaveLength(1);
    const outline = parts('outline')[0]!.getBoundingClientRect();
    expect([outline.left, outline.height]).toEqual([expect.closeTo(left, 1), expect.closeTo(height, 1)]);
  });

  test('leaves empty paragraphs out', async () => {
    const selected = spanOver('quote', { from: at('2000'), to: at(' are') });
    await stageText({ text: STORY, width: 900, spans: [selected], selected });
    expect(parts('outline')).toHaveLength(2);
  });

  test('is left out where the span is very long', async () => {
    const text = 'All work and no play makes Jack a dull boy.\n'.repeat(600);
    const stage = await stageText({ text, selected: spanOver('quote', { from: 0, to: 19_000 }) });
    expect(parts('outline').length).toBeGreaterThan(400);
    stage.change({ selected: spanOver('quote', { from: 0, to: 21_000 }) });
    expect(parts('outline')).toHaveLength(0);
  });

  test('does not take the pointer', async () => {
    const stage = await stageText({ text: STORY, selected: spanOn(STORY, 'entity', 'Putin') });
    const { x, y } = stage.pointAt(at('tin'));
    expect(stage.container.contains(document.elementFromPoint(x, y))).toBe(true);
  });
});

describe('what lies over the text follows it', () => {
  test('when the width changes', async () => {
    const stage = await stageText({ text: STORY, selected: spanOn(STORY, 'entity', 'Tuesday') });
    const before = outlineOffset(stage, at('Tuesday'));
    expect(before).toBe('0 0');
    const { top } = parts('outline')[0]!.getBoundingClientRect();
    stage.change({ width: 300 });
    await expect.poll(() => parts('outline')[0]!.getBoundingClientRect().top).toBeGreaterThan(top);
    expect(outlineOffset(stage, at('Tuesday'))).toBe('0 0');
  });

  test('when another font is loaded that moves words but changes no line', async () => {
    const stage = await stageText({ text: 'Putin met Kim.', selected: spanOver('entity', { from: 10, to: 13 }) });
    stage.container.style.letterSpacing = '3px';
    expect(outlineOffset(stage, 10)).not.toBe('0 0');
    document.fonts.dispatchEvent(new Event('loadingdone'));
    await expect.poll(() => outlineOffset(stage, 10)).toBe('0 0');
  });

  test('when sections above it get their true height while the page is scrolled', async () => {
    const line = 'Words that need more lines than were guessed before anything was laid out. ';
    const text = Array.from({ length: 100 }, () => line.repeat(7)).join('\n');
    const stage = await stageText({ text, width: 250 });
    const { from } = stage.layout.blocks[90]!;
    stage.change({ selected: spanOver('entity', { from, to: from + 5 }) });
    const { top } = parts('outline')[0]!.getBoundingClientRect();
    for (let index = 10; index < 90; index += 10) {
      stage.paragraph(index).scrollIntoView();
      await nextFrame();
    }
    expect(parts('outline')[0]!.getBoundingClientRect().top + scrollY).not.toBe(top);
    await expect.poll(() => outlineOffset(stage, from)).toBe('0 0');
  });
});

describe('the bar beside a selection', () => {
  const bar = <div style={{ width: 300, height: 30 }}>Labels</div>;

  test('begins under the end of the selection, whichever way it was made', async () => {
    const stage = await stageText({ text: STORY, bar, selection: { anchor: 0, head: 7 } });
    const { right, bottom } = characterRect(stage.container, stage.layout, 6);
    expect([shownBar().left, shownBar().top]).toEqual([expect.closeTo(right, 1), expect.closeTo(bottom + 8, 1)]);
    stage.change({ selection: { anchor: 7, head: 0 } });
    expect([shownBar().left, shownBar().top]).toEqual([expect.closeTo(right, 1), expect.closeTo(bottom + 8, 1)]);
  });

  test('stays within the column', async () => {
    const stage = await stageText({ text: STORY, bar });
    const { to } = stage.linesOf(0)[0]!;
    stage.change({ selection: { anchor: 0, head: to } });
    const column = stage.container.parentElement!.getBoundingClientRect();
    const shown = shownBar();
    expect(shown.right).toBe(column.right);
    expect(shown.width).toBe(300);
  });

  test('takes the pointer, and the text on both sides of it does too', async () => {
    const stage = await stageText({ text: STORY, bar, selection: { anchor: 0, head: 30 } });
    const shown = shownBar();
    const middle = shown.top + shown.height / 2;
    expect(document.elementFromPoint(shown.left + 5, middle)?.textContent).toBe('Labels');
    for (const x of [shown.left - 20, shown.right + 20]) {
      expect(stage.container.contains(document.elementFromPoint(x, middle))).toBe(true);
    }
  });

  test('is not there for a caret, nor where nothing is to be shown', async () => {
    const stage = await stageText({ text: STORY, bar, selection: { anchor: 7, head: 7 } });
    expect(parts('bar')).toHaveLength(0);
    stage.change({ selection: { anchor: 7, head: 9 } });
    expect(parts('bar')).toHaveLength(1);
    stage.change({ bar: undefined });
    expect(parts('bar')).toHaveLength(0);
  });

  test('is there for a selection that ends with a line break', async () => {
    await stageText({ text: STORY, bar, selection: { anchor: 0, head: at('\n') + 1 } });
    expect(parts('bar')).toHaveLength(1);
  });
});

function shownBar(): DOMRect {
  return document.querySelector(`.${styles['bar']} > div`)!.getBoundingClientRect();
}

function parts(name: 'caret' | 'outline' | 'bar'): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`.${styles[name]}`)];
}

/** How far the first outline is from the character that it should begin at, in pixels. */
function outlineOffset({ container, layout }: Stage, offset: number): string {
  const outline = parts('outline')[0]!.getBoundingClientRect();
  const character = characterRect(container, layout, offset);
  return `${Math.round(outline.left - character.left)} ${Math.round(outline.top - character.top)}`;
}
