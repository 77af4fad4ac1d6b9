import { type TextRange } from '#core/text/range.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sceneArbitrary } from './scene.arbitrary.ts';
import { caretBox } from './text-geometry.ts';
import { characterRect, type Stage, spanOn, spanOver, stageText } from './text-stage.tsx';

const LINE =
  'Russian President Vladimir Putin is expected to visit Pyongyang on Tuesday for the first time since 2000. ';
const WRAPPED = [`${LINE}${LINE}`.trim(), '', '', 'Short.', LINE.trim(), ''].join('\n');
const HEBREW = [
  'נשיא רוסיה ולדימיר פוטין צפוי לבקר בפיונגיאנג ביום שלישי בפעם הראשונה מאז שנת 2000 ולהיפגש עם Kim Jong Un לשיחות על שיתוף פעולה צבאי.',
  '',
  'סוף.',
].join('\n');

describe('the next line', () => {
  test.each([
    ['a text without spans', []],
    ['marks that begin and end where lines wrap', ['wrap']],
  ])('from the start goes down line by line to the end, in %s', async (_, [wrap]) => {
    const stage = await stageText({ text: WRAPPED, width: 420 });
    if (wrap) stage.change({ spans: stage.linesOf(0).map(({ from, to }) => spanOver('entity', { from, to })) });
    const lines = allLines(stage);
    const visited = [0];
    while (visited.length < lines.length) visited.push(stage.handle.nextLine(visited.at(-1)!, 1));
    expect(visited).toEqual(lines.map(({ from }) => from));
    expect(stage.handle.nextLine(visited.at(-1)!, 1)).toBe(WRAPPED.length);
  });

  test('from the end goes up line by line to the start', async () => {
    const stage = await stageText({ text: WRAPPED.trim(), width: 420, spans: [spanOn(WRAPPED, 'entity', 'Putin')] });
    const lines = allLines(stage);
    const visited = [WRAPPED.trim().length];
    while (visited.length < lines.length) visited.push(stage.handle.nextLine(visited.at(-1)!, -1));
    expect(visited.map((offset) => lines.findIndex(({ from }) => from === lineWith(stage, offset).from))).toEqual(
      lines.map((_, index) => lines.length - 1 - index),
    );
    expect(stage.handle.nextLine(visited.at(-1)!, -1)).toBe(0);
  });

  test('is reached as near as can be to the same column, from every character', async () => {
    const stage = await stageText({
      text: WRAPPED,
      width: 420,
      spans: [spanOn(WRAPPED, 'quote', 'Vladimir', 'Tuesday')],
    });
    const [first, second] = stage.linesOf(0) as [TextRange, TextRange];
    for (let offset = first.from; offset < first.to; offset += 3) {
      const column = leftOf(stage, offset);
      const found = stage.handle.nextLine(offset, 1);
      expect(found).toBeGreaterThanOrEqual(second.from);
      expect(found).toBeLessThan(second.to);
      const distances = Array.from({ length: second.to - second.from }, (_, index) =>
        Math.abs(leftOf(stage, second.from + index) - column),
      );
      expect(Math.abs(leftOf(stage, found) - column)).toBeCloseTo(Math.min(...distances), 3);
    }
  });

  test('of a longer line is its end', async () => {
    const stage = await stageText({ text: WRAPPED, width: 420 });
    const short = WRAPPED.indexOf('Short.');
    expect(stage.handle.nextLine(short + 'Short.\n'.length + 30, -1)).toBe(short + 6);
  });

  test('is found under the bar that is shown beside a selection', async () => {
    const bar = <div style={{ width: 300, height: 60 }}>bar</div>;
    const stage = await stageText({ text: WRAPPED, width: 420, bar, selection: { anchor: 0, head: 7 } });
    expect(lineWith(stage, stage.handle.nextLine(7, 1))).toEqual(stage.linesOf(0)[1]);
  });

  test('is found far from the viewport', async () => {
    const text = Array.from({ length: 300 }, () => 'Words.').join('\n');
    const stage = await stageText({ text });
    const { from } = stage.layout.blocks[250]!;
    expect(stage.handle.nextLine(from + 3, 1)).toBe(stage.layout.blocks[251]!.from + 3);
  });

  test('of an empty text is itself', async () => {
    const stage = await stageText({ text: '' });
    expect([stage.handle.nextLine(0, 1), stage.handle.nextLine(0, -1)]).toEqual([0, 0]);
  });

  test('is found in a text from right to left, and in its empty paragraph', async () => {
    const stage = await stageText({
      text: HEBREW,
      width: 420,
      language: 'he',
      spans: [spanOn(HEBREW, 'entity', 'Kim Jong Un')],
    });
    const lines = allLines(stage);
    const visited = [0];
    while (visited.length < lines.length) visited.push(stage.handle.nextLine(visited.at(-1)!, 1));
    expect(visited.map((offset) => lines.findIndex(({ from }) => from === lineWith(stage, offset).from))).toEqual([
      ...lines.keys(),
    ]);
    expect(visited).toEqual(lines.map(({ from }) => from));
  });
});

describe('the edges of a line', () => {
  test('are those of the line of every offset, at its first and its last character too', async () => {
    const stage = await stageText({
      text: WRAPPED,
      width: 420,
      spans: [spanOn(WRAPPED, 'entity', 'Vladimir', 'Tuesday')],
    });
    for (const line of allLines(stage)) {
      const isLast = stage.layout.blocks.some(({ to }) => to === line.to);
      // Where the line wraps, the offset after its last character is the start of the next.
      const end = isLast ? line.to : line.to - 1;
      for (const offset of [line.from, (line.from + end) >> 1, end]) {
        expect([stage.handle.lineEdge(offset, 'start'), stage.handle.lineEdge(offset, 'end')]).toEqual([
          line.from,
          end,
        ]);
      }
    }
  });

  test('are found from right to left', async () => {
    const stage = await stageText({ text: HEBREW, width: 420, language: 'he' });
    const [first, second] = stage.linesOf(0) as [TextRange, TextRange];
    expect(stage.handle.lineEdge(second.from + 5, 'start')).toBe(second.from);
    expect(stage.handle.lineEdge(first.from + 5, 'end')).toBe(first.to - 1);
  });

  test('never cut a character, where emoji fill the line without a space', async () => {
    const family = '👨‍👩‍👧‍👦';
    const stage = await stageText({ text: family.repeat(60), width: 420 });
    const [first, second] = stage.linesOf(0) as [TextRange, TextRange];
    expect(stage.handle.lineEdge(0, 'end')).toBe(first.to - family.length);
    expect(stage.handle.lineEdge(second.from, 'start')).toBe(second.from);
    expect(stage.handle.nextLine(0, 1)).toBe(second.from);
  });
});

test('lines and their edges never lead into a character', async () => {
  const stage = await stageText({ text: '', width: 160 });
  fc.assert(
    fc.property(sceneArbitrary(), ({ text }) => {
      stage.change({ text });
      const edges = [...new Intl.Segmenter('en').segment(text)].map(({ index }) => index).concat(text.length);
      const { nextLine, lineEdge } = stage.handle;
      const found = edges.flatMap((offset) => [
        nextLine(offset, 1),
        nextLine(offset, -1),
        lineEdge(offset, 'start'),
        lineEdge(offset, 'end'),
      ]);
      expect(found.filter((offset) => !edges.includes(offset))).toEqual([]);
    }),
    { seed: 6, numRuns: 40 },
  );
});

describe('the caret', () => {
  test('stands before its character, also where a line wraps', async () => {
    const stage = await stageText({ text: WRAPPED, width: 420 });
    const [first, second] = stage.linesOf(0) as [TextRange, TextRange];
    for (const offset of [0, 10, first.to - 1, second.from, second.from + 4]) {
      const box = caretBox(stage.container, stage.layout, offset)!;
      const character = characterRect(stage.container, stage.layout, offset);
      const corner = stage.container.getBoundingClientRect();
      expect(box.left + corner.left).toBeCloseTo(character.left, 1);
      expect(box.top + corner.top).toBeCloseTo(character.top, 1);
    }
  });

  test('that clings to the character before it stands behind that, where a line wraps', async () => {
    const stage = await stageText({ text: WRAPPED, width: 420 });
    const [, second] = stage.linesOf(0) as [TextRange, TextRange];
    const box = caretBox(stage.container, stage.layout, second.from, 'before')!;
    const space = characterRect(stage.container, stage.layout, second.from - 1);
    const corner = stage.container.getBoundingClientRect();
    expect(box.left + corner.left).toBeCloseTo(space.right, 1);
    expect(box.top + corner.top).toBeCloseTo(space.top, 1);
  });

  test('stands at the right end of a Latin word in Hebrew that goes on to the left', async () => {
    const text = 'שלום Kim שלום';
    const stage = await stageText({ text, language: 'he' });
    const corner = stage.container.getBoundingClientRect().left;
    const rect = (offset: number) => characterRect(stage.container, stage.layout, offset);
    const left = (offset: number, clings: 'before' | 'after') =>
      caretBox(stage.container, stage.layout, offset, clings)!.left + corner;
    expect(left(5, 'after')).toBeCloseTo(rect(5).left, 1);
    expect(left(5, 'before')).toBeCloseTo(rect(4).left, 1);
    expect(left(8, 'before')).toBeCloseTo(rect(7).right, 1);
    expect(left(8, 'after')).toBeCloseTo(rect(8).right, 1);
    expect(left(2, 'after')).toBeCloseTo(rect(2).right, 1);
  });

  test.each([
    ['en', 'left'],
    ['he', 'right'],
  ] as const)('beside a form feed, which has no place, stands where its line begins (%s)', async (language, side) => {
    const stage = await stageText({ text: 'One.\n\f\nThree.', language });
    const paragraph = stage.paragraph(1).getBoundingClientRect();
    const corner = stage.container.getBoundingClientRect().left;
    for (const offset of [5, 6]) {
      expect(caretBox(stage.container, stage.layout, offset)!.left + corner).toBe(paragraph[side]);
    }
  });

  test.each([
    ['en', 'left'],
    ['he', 'right'],
  ] as const)('in an empty paragraph stands where its line begins (%s)', async (language, side) => {
    const stage = await stageText({ text: 'One.\n\nThree.', language });
    const box = caretBox(stage.container, stage.layout, 5)!;
    const paragraph = stage.paragraph(1).getBoundingClientRect();
    const corner = stage.container.getBoundingClientRect();
    expect(box.left + corner.left).toBe(paragraph[side]);
    expect(box.height).toBe(caretBox(stage.container, stage.layout, 0)!.height);
    expect(box.top + corner.top).toBeGreaterThan(paragraph.top);
  });

  test('has a place at every offset of any text', async () => {
    const stage = await stageText({ text: '', width: 160 });
    fc.assert(
      fc.property(sceneArbitrary(), ({ text, spans }) => {
        stage.change({ text, spans });
        const carets = Array.from({ length: text.length + 1 }, (_, offset) => [
          caretBox(stage.container, stage.layout, offset, 'before'),
          caretBox(stage.container, stage.layout, offset, 'after'),
        ]);
        expect(carets.flat().every((box) => box !== undefined && box.height > 0)).toBe(true);
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});

test.each([
  ['en', false],
  ['ar', true],
  ['he-IL', true],
])('a text in %s is written from right to left: %s', async (language, expected) => {
  const stage = await stageText({ text: 'x', language });
  expect(stage.handle.isRightToLeft()).toBe(expected);
});

test('a text of unknown language is written as its first letter is', async () => {
  const stage = await stageText({ text: '1. שלום Kim', language: 'und' });
  expect(stage.handle.isRightToLeft()).toBe(true);
  stage.change({ text: '1. Kim שלום' });
  expect(stage.handle.isRightToLeft()).toBe(false);
});

function allLines(stage: Stage): readonly TextRange[] {
  return stage.layout.blocks.flatMap((_, index) => stage.linesOf(index));
}

/** The line that a caret before the character at the offset stands in, as one of allLines. */
function lineWith(stage: Stage, offset: number): TextRange {
  const lines = allLines(stage);
  const found =
    lines.find(({ from, to }) => from <= offset && offset < to) ?? lines.findLast(({ to }) => to === offset);
  return found!;
}

function leftOf({ container, layout }: Stage, offset: number): number {
  return characterRect(container, layout, offset).left;
}
