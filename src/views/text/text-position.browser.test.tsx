import * as fc from 'fast-check';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { codePointEdges, sceneArbitrary, TWO_OF_EACH } from './scene.arbitrary.ts';
import { type DomPosition, domRange, offsetAtPoint, offsetOf, positionOf } from './text-position.ts';
import { spanOn, spanOver, stageText } from './text-stage.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('offsets and places in the page', () => {
  test.each(['before', 'after'] as const)(
    'every offset leads to a place that leads back to it, in the run %s',
    async (run) => {
      const stage = await stageText({ text: '', labelSet: TWO_OF_EACH });
      fc.assert(
        fc.property(sceneArbitrary(), ({ text, spans }) => {
          stage.change({ text, spans });
          const edges = codePointEdges(text);
          const places = edges.map((offset) => positionOf(stage.container, stage.layout, offset, run)!);
          expect(places.map((place) => offsetOf(stage.container, stage.layout, place))).toEqual(edges);
        }),
        { seed: 1 },
      );
    },
  );

  test('every place in the page, in texts and elements alike, is an offset of its paragraph, and they grow with it', async () => {
    const stage = await stageText({ text: '', labelSet: TWO_OF_EACH });
    fc.assert(
      fc.property(sceneArbitrary(), ({ text, spans }) => {
        stage.change({ text, spans });
        for (const [index, { from, to }] of stage.layout.blocks.entries()) {
          const offsets = placesIn(stage.paragraph(index)).map((place) =>
            offsetOf(stage.container, stage.layout, place),
          ) as number[];
          expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
          expect([offsets[0], offsets.at(-1)]).toEqual([from, to]);
        }
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  test('the places between two offsets hold exactly the text between them', async () => {
    const stage = await stageText({ text: '', labelSet: TWO_OF_EACH });
    fc.assert(
      fc.property(sceneArbitrary(), fc.nat(), fc.nat(), ({ text, spans }, one, two) => {
        stage.change({ text, spans });
        const [from, to] = [one % (text.length + 1), two % (text.length + 1)].toSorted((a, b) => a - b) as [
          number,
          number,
        ];
        const range = domRange(stage.container, stage.layout, from, to)!;
        expect(range.toString()).toBe(text.slice(from, to).replaceAll('\n', ''));
      }),
      { seed: 3, numRuns: 50 },
    );
  });

  test('where two runs meet an offset has a place at the end of one and one at the start of the other', async () => {
    const text = 'Putin met Kim.';
    const { container, layout } = await stageText({ text, spans: [spanOn(text, 'entity', 'Kim')] });
    expect(inWords(positionOf(container, layout, 10))).toBe('10 in “Putin met ”');
    expect(inWords(positionOf(container, layout, 10, 'before'))).toBe('10 in “Putin met ”');
    expect(inWords(positionOf(container, layout, 10, 'after'))).toBe('0 in “Kim”');
  });

  test('both ends of a paragraph are in it, also where a span reaches over them', async () => {
    const text = 'One.\nTwo.\n\nFour.';
    const { container, layout } = await stageText({ text, spans: [spanOver('quote', { from: 2, to: 14 })] });
    for (const run of ['before', 'after'] as const) {
      const places = [4, 5, 9, 10, 11].map((offset) => positionOf(container, layout, offset, run)!.node);
      const indexes = places.map(
        (node) => (node instanceof Element ? node : node.parentElement)?.closest('p')?.dataset['paragraph'],
      );
      expect(indexes).toEqual(['0', '1', '1', '2', '3']);
    }
  });

  test('the last offset of a text that ends with a newline is in an empty paragraph of its own', async () => {
    const { container, layout, paragraph } = await stageText({ text: 'One.\n' });
    expect(positionOf(container, layout, 5)).toEqual({ node: paragraph(1), offset: 0 });
    expect(offsetOf(container, layout, { node: paragraph(1), offset: 1 })).toBe(5);
  });
});

describe('places that are elements', () => {
  // 16 such paragraphs fill a section.
  const text = Array.from({ length: 20 }, (_, index) => `Paragraph ${index}.`.padEnd(520, ' etc.')).join('\n');

  test('the start of a paragraph, as a triple click in the one before leaves it', async () => {
    const stage = await stageText({ text });
    const place = { node: stage.paragraph(3), offset: 0 };
    expect(offsetOf(stage.container, stage.layout, place)).toBe(stage.layout.blocks[3]!.from);
  });

  test('the end of a paragraph', async () => {
    const stage = await stageText({ text });
    const place = { node: stage.paragraph(3), offset: 1 };
    expect(offsetOf(stage.container, stage.layout, place)).toBe(stage.layout.blocks[3]!.to);
  });

  test('a paragraph with a bar in the margin before its text', async () => {
    const stage = await stageText({ text, spans: [spanOver('quote', { from: 0, to: 9 })] });
    const element = stage.paragraph(0);
    const offsets = [0, 1, 2, 3].map((offset) => offsetOf(stage.container, stage.layout, { node: element, offset }));
    expect(offsets).toEqual([0, 0, 9, stage.layout.blocks[0]!.to]);
    expect(offsetOf(stage.container, stage.layout, { node: element.firstChild!, offset: 0 })).toBe(0);
  });

  test('a place between paragraphs is the start of the one after it, also across sections', async () => {
    const { container, layout } = await stageText({ text });
    const [first, second] = [...container.children] as [Element, Element];
    const at = (node: Node, offset: number) => offsetOf(container, layout, { node, offset });
    expect(at(first, 0)).toBe(0);
    expect(at(first, 5)).toBe(layout.blocks[5]!.from);
    expect(at(first, 16)).toBe(layout.blocks[16]!.from);
    expect(at(second, 0)).toBe(layout.blocks[16]!.from);
    expect(at(container, 1)).toBe(layout.blocks[16]!.from);
  });

  test('after the last paragraph is the end of the text', async () => {
    const { container, layout } = await stageText({ text });
    expect(offsetOf(container, layout, { node: container.children[1]!, offset: 4 })).toBe(text.length);
    expect(offsetOf(container, layout, { node: container, offset: 2 })).toBe(text.length);
  });

  test('everything selected is the whole text', async () => {
    const { container, layout } = await stageText({ text });
    const selection = document.getSelection()!;
    selection.selectAllChildren(container);
    const edges = [selection.anchorOffset, selection.focusOffset].map((offset) =>
      offsetOf(container, layout, { node: container, offset }),
    );
    expect(edges).toEqual([0, text.length]);
  });

  test('a place outside the text has no offset', async () => {
    const { container, layout } = await stageText({ text });
    for (const node of [document.body, document.querySelector('footer')!, container.parentElement!]) {
      expect(offsetOf(container, layout, { node, offset: 0 })).toBeUndefined();
    }
  });
});

describe('the offset under a point', () => {
  const text = 'Der Präsident 👨‍👩‍👧 sagte “nein”.\n\nUnd cafe\u0301 auch.';

  test.each(['caretPositionFromPoint', 'caretRangeFromPoint'] as const)(
    'is that of the character there, by %s',
    async (method) => {
      const stage = await stageText({ text, spans: [spanOn(text, 'quote', '“nein”'), spanOn(text, 'entity', 'ein')] });
      if (method === 'caretRangeFromPoint') hideCaretPositionFromPoint();
      const asked = vi.spyOn(Document.prototype, method);
      const offsets = [0, 4, 5, 14, 23, 30, 31, 32, text.indexOf('Und'), text.length - 1];
      const found = offsets.map((offset) => {
        const { x, y } = stage.pointAt(offset);
        return offsetAtPoint(stage.container, stage.layout, x, y);
      });
      expect(found).toEqual(offsets);
      expect(asked).toHaveBeenCalledTimes(offsets.length);
    },
  );

  test('in an empty paragraph is its only one', async () => {
    const stage = await stageText({ text, spans: [spanOver('quote', { from: 3, to: text.length })] });
    const { left, top } = stage.paragraph(1).getBoundingClientRect();
    expect(offsetAtPoint(stage.container, stage.layout, left + 50, top + 10)).toBe(text.indexOf('\n') + 1);
  });

  test('right of a line is its end, and in the margin its start', async () => {
    const stage = await stageText({ text });
    const { left, right, top } = stage.paragraph(0).getBoundingClientRect();
    expect(offsetAtPoint(stage.container, stage.layout, right - 5, top + 15)).toBe(text.indexOf('\n'));
    expect(offsetAtPoint(stage.container, stage.layout, left - 10, top + 15)).toBe(0);
  });

  test('outside the text there is none', async () => {
    const stage = await stageText({ text });
    const { left, top } = document.querySelector('footer')!.getBoundingClientRect();
    expect(offsetAtPoint(stage.container, stage.layout, left + 5, top + 5)).toBeUndefined();
    expect(offsetAtPoint(stage.container, stage.layout, -50, -50)).toBeUndefined();
  });
});

describe('large texts', () => {
  test('a paragraph of 1 MB without a line break is drawn and hit', async () => {
    const text = 'All work and no play. '.repeat(48_000);
    const stage = await stageText({ text, spans: [spanOver('claim', { from: 0, to: text.length - 1 })] });
    const offsets = [0, 250, 500];
    const found = offsets.map((offset) => {
      const { x, y } = stage.pointAt(offset);
      return offsetAtPoint(stage.container, stage.layout, x, y);
    });
    expect(found).toEqual(offsets);
    expect(stage.container.textContent).toHaveLength(text.length);
  });

  test('a word of 1 MB is drawn and hit', async () => {
    const stage = await stageText({ text: 'x'.repeat(1_000_000), width: 900 });
    const { x, y } = stage.pointAt(300);
    expect(offsetAtPoint(stage.container, stage.layout, x, y)).toBe(300);
  });

  test('5,400 runs in one paragraph lead to the same offsets as one', async () => {
    const text = 'ab '.repeat(2700);
    const spans = Array.from({ length: 2700 }, (_, index) =>
      spanOver('entity', { from: index * 3, to: index * 3 + 2 }),
    );
    const stage = await stageText({ text, spans });
    expect(stage.paragraph(0).querySelectorAll('mark')).toHaveLength(2700);
    const offsets = [0, 7, 3000, 8099, 8100];
    const places = offsets.map((offset) => positionOf(stage.container, stage.layout, offset)!);
    expect(places.map((place) => offsetOf(stage.container, stage.layout, place))).toEqual(offsets);
    stage.handle.bringIntoSight(3000);
    const { x, y } = stage.pointAt(3000);
    expect(offsetAtPoint(stage.container, stage.layout, x, y)).toBe(3000);
  });
});

/** Every place in the subtree that a selection could have, in the order of the text. */
function placesIn(root: Node): readonly DomPosition[] {
  if (root instanceof Text) return Array.from({ length: root.length + 1 }, (_, offset) => ({ node: root, offset }));
  const children = [...root.childNodes];
  return [
    { node: root, offset: 0 },
    ...children.flatMap((child, index) => [...placesIn(child), { node: root, offset: index + 1 }]),
  ];
}

function inWords(place: DomPosition | undefined): string {
  return `${place?.offset} in “${place?.node.textContent}”`;
}

/** As in WebKit before 26.2. */
function hideCaretPositionFromPoint(): void {
  const original = Object.getOwnPropertyDescriptor(Document.prototype, 'caretPositionFromPoint')!;
  Reflect.deleteProperty(Document.prototype, 'caretPositionFromPoint');
  onTestFinished(() => {
    Object.defineProperty(Document.prototype, 'caretPositionFromPoint', original);
  });
}
