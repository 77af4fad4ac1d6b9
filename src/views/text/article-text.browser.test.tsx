import { paragraphsOf } from '#core/text/paragraphs.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sceneArbitrary, TWO_OF_EACH } from './scene.arbitrary.ts';
import { type Stage, spanOn, spanOver, stageText } from './text-stage.tsx';

const STORY = [
  '“We have seen the DPRK transfer missiles,” Miller said.',
  'Kirby echoed Miller’s comments.',
  '',
  'Putin is expected to visit Pyongyang on Tuesday.',
].join('\n');

describe('the text that is drawn', () => {
  test('is the article’s, paragraph by paragraph, for any spans and whatever was drawn before', async () => {
    const stage = await stageText({ text: '', labelSet: TWO_OF_EACH });
    fc.assert(
      fc.property(sceneArbitrary(), ({ text, spans }) => {
        stage.change({ text, spans });
        expect(drawnText(stage)).toEqual(text.split('\n'));
        stage.change({ spans: spans.slice(1) });
        expect(drawnText(stage)).toEqual(text.split('\n'));
      }),
      { seed: 4 },
    );
  });

  test('holds every mark of every span that touches the paragraph', async () => {
    const stage = await stageText({ text: '', labelSet: TWO_OF_EACH });
    fc.assert(
      fc.property(sceneArbitrary(), ({ text, spans }) => {
        stage.change({ text, spans });
        const drawn = spans.map(({ id }) => markedText(stage, id));
        const expected = spans.map(({ ranges }) =>
          ranges.map(({ from, to }) => text.slice(from, to).replaceAll('\n', '')).join(''),
        );
        expect(drawn).toEqual(expected);
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  test('keeps control characters, byte order marks and whatever else has no shape', async () => {
    const text =
      'a\u0000b\u0001c\u001Bd\u007Fe\u0085f\u00ADg\u200Bh\u2028i\u2029j\u2060k\uFEFFl\uFFFDm\tn  o\u000Bp\u000Cq';
    const stage = await stageText({
      text,
      spans: [spanOver('entity', { from: 1, to: 9 }), spanOver('quote', { from: 4, to: 30 })],
    });
    expect(drawnText(stage)).toEqual([text]);
  });

  test('is never read as markup', async () => {
    const text = '<b>bold</b> &amp; <script>throw 1</script> {braces} ${text}';
    const stage = await stageText({ text, spans: [spanOn(text, 'entity', '<b>bold</b>')] });
    expect(drawnText(stage)).toEqual([text]);
    expect(stage.container.querySelector('b, script')).toBeNull();
  });

  test('gives an empty paragraph the height of a line, also within a quote', async () => {
    const text = 'One.\n\nThree.';
    const stage = await stageText({ text });
    const height = (index: number) => stage.paragraph(index).getBoundingClientRect().height;
    const line = height(0);
    expect(height(1)).toBe(line);
    stage.change({ spans: [spanOver('quote', { from: 0, to: text.length })] });
    expect([height(0), height(1), height(2)]).toEqual([line, line, line]);
  });
});

describe('assistive technology', () => {
  test('finds a document that is named by its title and takes the focus', async () => {
    const stage = await stageText({ text: STORY });
    const article = stage.container.closest('article')!;
    expect(article).toHaveRole('document');
    expect(article).toHaveAccessibleName('The title');
    expect(stage.handle.hasFocus()).toBe(false);
    stage.handle.focus();
    expect(article).toHaveFocus();
    expect(stage.handle.hasFocus()).toBe(true);
  });

  test('hears the language of the article, unless it is not known', async () => {
    const stage = await stageText({ text: STORY, language: 'de' });
    const article = stage.container.closest('article')!;
    expect(article.lang).toBe('de');
    stage.change({ language: 'und' });
    expect(article).not.toHaveAttribute('lang');
  });

  test('meets marks, and nothing else but text', async () => {
    const stage = await stageText({
      text: STORY,
      spans: [spanOn(STORY, 'quote', '“We have seen the DPRK transfer missiles,”'), spanOn(STORY, 'entity', 'DPRK')],
    });
    const [bar, ...rest] = stage.paragraph(0).children;
    expect(bar).toHaveAttribute('aria-hidden', 'true');
    expect(rest.map(({ tagName }) => tagName)).toEqual(['MARK', 'MARK', 'MARK']);
  });
});

describe('an edit', () => {
  test('draws only the paragraphs that the span touches', async () => {
    const putin = spanOn(STORY, 'entity', 'Putin');
    const kirby = spanOn(STORY, 'entity', 'Kirby');
    const stage = await stageText({ text: STORY, spans: [putin, kirby] });
    const changed = (change: () => void) => changedParagraphs(stage, change);
    expect(changed(() => stage.change({ spans: [putin, kirby, spanOn(STORY, 'entity', 'DPRK')] }))).toEqual([0]);
    expect(changed(() => stage.change({ spans: [putin] }))).toEqual([0, 1]);
    expect(changed(() => stage.change({ spans: [putin, spanOn(STORY, 'quote', 'echoed', 'visit')] }))).toEqual([1, 3]);
  });

  test('draws nothing when it changes nothing that is seen, nor when the selection moves', async () => {
    const spans = [spanOn(STORY, 'entity', 'Putin')];
    const stage = await stageText({ text: STORY, spans });
    expect(changedParagraphs(stage, () => stage.change({ spans: [...spans] }))).toEqual([]);
    expect(
      changedParagraphs(stage, () => stage.change({ selection: { anchor: 3, head: 70 }, selected: spans[0] })),
    ).toEqual([]);
  });

  test('in an article of 200 paragraphs draws one', async () => {
    const text = Array.from({ length: 200 }, (_, index) => `Kim met Putin, paragraph ${index}.`).join('\n');
    const spans = paragraphsOf(text).map(({ from }) => spanOver('entity', { from, to: from + 3 }));
    const stage = await stageText({ text, spans });
    const { from } = stage.layout.blocks[3]!;
    const added = spanOver('entity', { from: from + 8, to: from + 13 });
    expect(changedParagraphs(stage, () => stage.change({ spans: [...spans, added] }))).toEqual([3]);
  });

  test('leaves the text node of a selection in another paragraph in its place', async () => {
    const kirby = spanOn(STORY, 'entity', 'Kirby');
    const stage = await stageText({ text: STORY, spans: [kirby] });
    const node = stage.paragraph(1).lastChild!;
    document.getSelection()!.setBaseAndExtent(node, 3, node, 8);
    stage.change({ spans: [kirby, spanOn(STORY, 'entity', 'DPRK'), spanOn(STORY, 'claim', 'Putin')] });
    const selection = document.getSelection()!;
    expect([selection.anchorNode, selection.anchorOffset]).toEqual([node, 3]);
    expect([selection.focusNode, selection.focusOffset]).toEqual([node, 8]);
    expect(node.isConnected).toBe(true);
  });

  test('leaves the selection on the same words where it draws their paragraph anew', async () => {
    const stage = await stageText({ text: STORY });
    const from = STORY.indexOf('DPRK transfer');
    stage.change({ selection: { anchor: from + 13, head: from } });
    stage.change({ spans: [spanOn(STORY, 'entity', 'DPRK'), spanOn(STORY, 'quote', 'seen the DPRK trans')] });
    const selection = document.getSelection()!;
    expect(selection.toString()).toBe('DPRK transfer');
    expect(selection.direction).toBe('backward');
  });
});

test('another article is drawn in the place of the one before', async () => {
  const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'entity', 'DPRK')] });
  stage.change({ text: 'Short.', spans: [] });
  expect(drawnText(stage)).toEqual(['Short.']);
  expect(stage.container.querySelector('mark')).toBeNull();
  stage.change({ text: 'Other.' });
  expect(drawnText(stage)).toEqual(['Other.']);
});

function drawnText({ container }: Stage): readonly (string | null)[] {
  return [...container.querySelectorAll('[data-paragraph]')].map(({ textContent }) => textContent);
}

/** The text of the outermost elements that draw the span. */
function markedText({ container }: Stage, id: string): string {
  const marks = [...container.querySelectorAll<HTMLElement>('[data-span]')];
  return marks.flatMap((mark) => (mark.dataset['span'] === id ? (mark.textContent ?? '') : [])).join('');
}

/** Indexes of the paragraphs in which anything in the page was changed. */
function changedParagraphs({ container }: Stage, change: () => void): readonly number[] {
  const observer = new MutationObserver(() => {});
  observer.observe(container, { subtree: true, childList: true, characterData: true, attributes: true });
  change();
  const touched = observer.takeRecords().map(({ target }) => {
    const element = target instanceof HTMLElement ? target : target.parentElement;
    return Number(element?.closest<HTMLElement>('[data-paragraph]')?.dataset['paragraph']);
  });
  observer.disconnect();
  return [...new Set(touched)].toSorted((a, b) => a - b);
}

describe('words that are copied', () => {
  test('are those of the article, character for character, also over paragraphs and the seams of a long one', async () => {
    const text = `One  line.\n\n${'All work and no play. '.repeat(1000)}\nEnd.`;
    const stage = await stageText({ text, spans: [spanOver('entity', { from: 2, to: 8 })] });
    for (const [from, to] of [
      [0, 5],
      [4, 20],
      [11, text.length],
    ] as const) {
      stage.change({ selection: { anchor: to, head: from } });
      expect(copied()).toBe(text.slice(from, to));
    }
  });

  test('are the browser’s to copy where they reach beyond the text', async () => {
    await stageText({ text: STORY });
    document.getSelection()!.selectAllChildren(document.body);
    expect(copied()).toBeUndefined();
  });
});

/** What a copy event would put on the clipboard in the browser's place. */
function copied(): string | undefined {
  const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true });
  document.dispatchEvent(event);
  return event.defaultPrevented ? event.clipboardData!.getData('text/plain') : undefined;
}
