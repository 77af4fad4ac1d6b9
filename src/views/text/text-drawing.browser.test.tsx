import { paragraphsOf } from '#core/text/paragraphs.ts';
import { describe, expect, test, vi } from 'vitest';
import { nextFrame, spanOver, stageText } from './text-stage.tsx';

/** 16 of these paragraphs fill a section. */
const LONG = Array.from({ length: 400 }, (_, index) => paragraphNumber(index)).join('\n');
const SPANS = paragraphsOf(LONG).map(({ from }) => spanOver('entity', { from, to: from + 3 }));

describe('paragraphs far from the viewport', () => {
  test('are plain text', async () => {
    const stage = await stageText({ text: LONG, spans: SPANS });
    const far = stage.paragraph(390);
    expect(far.childNodes).toHaveLength(1);
    expect(far.firstChild).toBeInstanceOf(Text);
    expect(marksIn(stage.paragraph(3))).toBe(1);
  });

  test('have their text in the page, for searching, copying and reading aloud', async () => {
    const stage = await stageText({ text: LONG, spans: SPANS });
    expect(stage.paragraph(390).textContent).toBe(paragraphNumber(390));
    document.getSelection()!.selectAllChildren(stage.container);
    expect(document.getSelection()!.toString().trim().split(/\n+/)).toEqual(LONG.split('\n'));
  });

  test('are drawn with their spans once they are scrolled to, and plain again when left far behind', async () => {
    const stage = await stageText({ text: LONG, spans: SPANS });
    stage.paragraph(390).scrollIntoView();
    await expect.poll(() => marksIn(stage.paragraph(390))).toBe(1);
    await expect.poll(() => marksIn(stage.paragraph(3))).toBe(0);
    scrollTo(0, 0);
    await expect.poll(() => marksIn(stage.paragraph(3))).toBe(1);
  });

  test('are drawn with their spans for printing', async () => {
    const stage = await stageText({ text: LONG, spans: SPANS });
    dispatchEvent(new Event('beforeprint'));
    expect(stage.container.querySelectorAll('mark')).toHaveLength(400);
    dispatchEvent(new Event('afterprint'));
    await expect.poll(() => marksIn(stage.paragraph(390))).toBe(0);
    expect(marksIn(stage.paragraph(3))).toBe(1);
  });
});

describe('a section with the live selection', () => {
  test('stays as it is while it is scrolled away from and is made plain once the selection is gone', async () => {
    const stage = await stageText({ text: LONG, spans: SPANS });
    const node = stage.paragraph(3).lastChild!;
    document.getSelection()!.setBaseAndExtent(node, 1, node, 4);
    const next = stage.paragraph(stage.layout.sections[1]!.from);
    next.scrollIntoView();
    await expect.poll(() => marksIn(next)).toBe(1);
    scrollTo(0, document.documentElement.scrollHeight);
    await expect.poll(() => marksIn(next)).toBe(0);
    expect(document.getSelection()!.anchorNode).toBe(node);
    expect(node.isConnected).toBe(true);
    document.getSelection()!.removeAllRanges();
    await expect.poll(() => marksIn(stage.paragraph(3))).toBe(0);
  });

  test('keeps what is being selected there while other sections are painted, wherever the caret of the state is', async () => {
    const stage = await stageText({ text: LONG, spans: SPANS, selection: { anchor: 5, head: 5 } });
    const node = stage.paragraph(97).firstChild!;
    document.getSelection()!.setBaseAndExtent(node, 1, node, 9);
    stage.paragraph(97).scrollIntoView();
    // The sections beside the one with the selection.
    await expect.poll(() => marksIn(stage.paragraph(95))).toBe(1);
    expect(document.getSelection()!.anchorNode).toBe(node);
    expect(document.getSelection()!.toString()).toHaveLength(8);
  });

  test('keeps its text nodes while a selection reaches over it from elsewhere', async () => {
    const stage = await stageText({ text: LONG, spans: SPANS });
    stage.change({ selection: { anchor: 2, head: LONG.length - 2 } });
    const far = stage.paragraph(390).firstChild!;
    stage.paragraph(390).scrollIntoView();
    await nextFrame();
    await nextFrame();
    expect(far.isConnected).toBe(true);
    stage.change({ selection: { anchor: 2, head: 2 } });
    await expect.poll(() => marksIn(stage.paragraph(390))).toBe(1);
  });
});

describe('a section that was jumped to while the page has not the focus, as by the browser’s own search', () => {
  test('keeps its text node, and with it what was found, until the page is used', async () => {
    const { stage, node } = await jump();
    expect(node.isConnected).toBe(true);
    expect(marksIn(stage.paragraph(390))).toBe(0);
    dispatchEvent(new PointerEvent('pointermove'));
    expect(marksIn(stage.paragraph(390))).toBe(1);
  });

  test('is drawn when the page gets the focus, unless what was found is selected then', async () => {
    const { stage, node } = await jump();
    document.getSelection()!.setBaseAndExtent(node, 0, node, 3);
    dispatchEvent(new Event('focus'));
    expect(node.isConnected).toBe(true);
    document.getSelection()!.removeAllRanges();
    await expect.poll(() => marksIn(stage.paragraph(390))).toBe(1);
  });

  test('is drawn at once where it was scrolled to', async () => {
    const stage = await stageText({ text: LONG, spans: SPANS });
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    while (stage.paragraph(40).getBoundingClientRect().top > 0) {
      scrollBy(0, 400);
      await nextFrame();
    }
    await expect.poll(() => marksIn(stage.paragraph(40))).toBe(1);
  });
});

describe('a span over 1,000 paragraphs', () => {
  const text = Array.from({ length: 1000 }, (_, index) => (index % 7 === 0 ? '' : `Words of paragraph ${index}.`)).join(
    '\n',
  );
  const span = spanOver('quote', { from: 0, to: text.length });

  test('is drawn near the viewport, wherever that is', async () => {
    const stage = await stageText({ text, spans: [span], selected: span });
    await expect.poll(() => marksIn(stage.paragraph(1))).toBe(1);
    expect(stage.container.querySelectorAll('mark').length).toBeLessThan(200);
    stage.paragraph(990).scrollIntoView();
    await expect.poll(() => marksIn(stage.paragraph(990))).toBe(1);
    expect(stage.container.textContent).toBe(text.replaceAll('\n', ''));
  });
});

/** Far from what is in sight, while something other than the page has the focus. */
async function jump() {
  const stage = await stageText({ text: LONG, spans: SPANS });
  await expect.poll(() => marksIn(stage.paragraph(3))).toBe(1);
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  const node = stage.paragraph(390).firstChild!;
  stage.paragraph(390).scrollIntoView();
  // By then the sections that were left are plain again.
  await expect.poll(() => marksIn(stage.paragraph(3))).toBe(0);
  return { stage, node };
}

function paragraphNumber(index: number): string {
  return `Kim met Putin in paragraph ${index}.${' More was said about it.'.repeat(22)}`;
}

function marksIn(paragraph: HTMLElement): number {
  return paragraph.querySelectorAll('mark').length;
}
