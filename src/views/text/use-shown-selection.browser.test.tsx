import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Stage, nextFrame, spanOn, stageText } from './text-stage.tsx';

const STORY = ['Russian President Putin met Kim.', '', '“We are concerned,” Kirby said.'].join('\n');

const at = (words: string): number => STORY.indexOf(words);

afterEach(() => {
  document.getSelection()!.removeAllRanges();
});

describe('the browser’s selection', () => {
  test('is put where the state says, in its direction', async () => {
    const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'entity', 'Putin')] });
    stage.change({ selection: { anchor: at('President'), head: at(' met') } });
    expect(native()).toEqual({ words: 'President Putin', direction: 'forward' });
    stage.change({ selection: { anchor: at(' met'), head: at('President') } });
    expect(native()).toEqual({ words: 'President Putin', direction: 'backward' });
    stage.change({ selection: { anchor: at('Kim'), head: at(' are') } });
    expect(native().words.replaceAll('\n', '')).toBe('Kim.“We');
  });

  test('is a caret where nothing is selected', async () => {
    const stage = await stageText({ text: STORY, selection: { anchor: 3, head: 9 } });
    stage.change({ selection: { anchor: at('Kirby'), head: at('Kirby') } });
    const selection = document.getSelection()!;
    expect(selection.isCollapsed).toBe(true);
    expect(selection.anchorNode).toBe(stage.paragraph(2).firstChild);
  });

  test('is left as it is where it says the same already', async () => {
    const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'entity', 'Putin')] });
    const putin = stage.paragraph(0).querySelector('[data-span]')!.firstChild!;
    document.getSelection()!.setBaseAndExtent(putin, 0, putin, 5);
    stage.change({ selection: { anchor: at('Putin'), head: at(' met') } });
    expect(document.getSelection()!.anchorNode).toBe(putin);
  });

  test.each(['input', 'textarea'] as const)('is left alone while an %s has the focus', async (tag) => {
    const stage = await stageText({ text: STORY });
    const field = addField(tag);
    field.value = 'some note';
    field.focus();
    field.setSelectionRange(2, 6);
    stage.change({ selection: { anchor: 3, head: 20 } });
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([2, 6]);
    expect(stage.container.contains(document.getSelection()!.anchorNode)).toBe(false);
  });

  test('is left alone where words outside the text are selected', async () => {
    const stage = await stageText({ text: STORY });
    const footer = document.querySelector('footer')!.firstChild!;
    document.getSelection()!.setBaseAndExtent(footer, 0, footer, 4);
    stage.change({ selection: { anchor: 3, head: 20 } });
    expect(native().words).toBe('What');
  });

  test('is left alone where the state has none', async () => {
    const stage = await stageText({ text: STORY });
    const node = stage.paragraph(0).firstChild!;
    document.getSelection()!.setBaseAndExtent(node, 0, node, 7);
    stage.change({ selected: spanOn(STORY, 'entity', 'Putin') });
    expect(native().words).toBe('Russian');
  });

  test('does not take the focus from a button', async () => {
    const stage = await stageText({ text: STORY });
    const button = document.createElement('button');
    document.body.append(button);
    onTestFinished(() => button.remove());
    button.focus();
    stage.change({ selection: { anchor: 0, head: 7 } });
    expect(document.activeElement).toBe(button);
    expect(native().words).toBe('Russian');
  });
});

describe('bringing a place into sight', () => {
  const LONG = Array.from({ length: 300 }, (_, index) => `Words of paragraph ${index}, which is not long.`).join('\n');

  test('scrolls to a place far away, with lines around it', async () => {
    const stage = await stageText({ text: LONG });
    for (const index of [250, 20, 299, 0, 120]) {
      const offset = stage.layout.blocks[index]!.from + 3;
      stage.handle.bringIntoSight(offset);
      await nextFrame();
      expectInSight(stage, offset);
    }
  });

  test('leaves the page as it is where the place is in sight already', async () => {
    const stage = await stageText({ text: LONG });
    scrollTo(0, 2000);
    await nextFrame();
    const offset = stage.layout.blocks.find(
      (_, index) => stage.paragraph(index).getBoundingClientRect().top > 300,
    )!.from;
    stage.handle.bringIntoSight(offset);
    expect(scrollY).toBe(2000);
  });

  test('scrolls a little where the place is at the edge of the window', async () => {
    const stage = await stageText({ text: LONG });
    scrollTo(0, 2000);
    await nextFrame();
    const index = stage.layout.blocks.findIndex(
      (_, each) => stage.paragraph(each).getBoundingClientRect().bottom > 690,
    );
    stage.handle.bringIntoSight(stage.layout.blocks[index]!.from);
    await nextFrame();
    expectInSight(stage, stage.layout.blocks[index]!.from);
    expect(scrollY).toBeLessThan(2400);
  });

  test('is asked for by a growing number, and not by a selection that changes', async () => {
    const stage = await stageText({ text: LONG });
    const offset = stage.layout.blocks[250]!.from;
    stage.change({ selection: { anchor: offset, head: offset } });
    await nextFrame();
    expect(scrollY).toBe(0);
    stage.change({ reveal: 1 });
    await nextFrame();
    expectInSight(stage, offset);
  });

  test('reaches a line deep in a paragraph that is higher than the window', async () => {
    const text = 'All work and no play makes Jack a dull boy. '.repeat(500);
    const stage = await stageText({ text });
    for (const offset of [15_000, 21_000, 300]) {
      stage.handle.bringIntoSight(offset);
      await nextFrame();
      expectInSight(stage, offset);
    }
  });
});

function expectInSight({ pointAt }: Stage, offset: number): void {
  const { y } = pointAt(offset);
  expect(y).toBeGreaterThan(scrollY === 0 ? 0 : 150);
  expect(y).toBeLessThan(
    scrollY + innerHeight + 1 >= document.documentElement.scrollHeight ? innerHeight : innerHeight - 140,
  );
}

function native(): { words: string; direction: string } {
  const selection = document.getSelection()!;
  return { words: selection.toString(), direction: selection.direction };
}

function addField(tag: 'input' | 'textarea'): HTMLInputElement | HTMLTextAreaElement {
  const field = document.createElement(tag);
  document.body.append(field);
  onTestFinished(() => field.remove());
  return field;
}
