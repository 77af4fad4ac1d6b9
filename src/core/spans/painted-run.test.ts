import { type TextRange } from '#core/text/range.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paintBlock, type PaintedRun, touchesBlock } from './painted-run.ts';
import { sceneArbitrary, TWO_OF_EACH } from '#views/text/scene.arbitrary.ts';

/** `fill-a 0-5 8-9` is a span of the label fill-a over two ranges. */
function span(notation: string): Span {
  const [label, ...ranges] = notation.split(' ');
  return {
    id: notation as SpanId,
    label: label as Span['label'],
    ranges: ranges.map((range) => {
      const [from, to] = range.split('-').map(Number);
      return { from: from!, to: to! };
    }),
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: '',
    changedAt: '',
  };
}

function paint(paragraph: TextRange, ...notations: readonly string[]) {
  return paintBlock(paragraph, notations.map(span), TWO_OF_EACH);
}

/** `3-5 fill-a/0 fill-b/1`: the run and its strokes with their levels, the outermost first. */
function inWords({ from, to, strokes }: PaintedRun): string {
  return [`${from}-${to}`, ...strokes.map(({ span: { label }, level }) => `${label}/${level}`)].join(' ');
}

/** `0:2`: an underline by its start, and how many levels of fills it has to clear. */
function clears(...notations: readonly string[]): readonly string[] {
  const strokes = paint(LINE, ...notations).runs.flatMap((run) => run.strokes);
  const lines = strokes.filter(({ channel }) => channel === 'underline');
  return [...new Set(lines.map((line) => `${line.range.from}:${line.clears}`))];
}

function bars(...notations: readonly string[]): readonly string[] {
  return paint(LINE, ...notations).bars.map(({ span: { label }, level }) => `${label}/${level}`);
}

const LINE = { from: 0, to: 20 };

describe('the order of strokes', () => {
  const layers = ['fill-a 2-8', 'underline-a 2-8', 'bracket-a 2-8'];
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  test.each(orders)(
    'a bracket lies under an underline and that under a fill, whatever comes first (%i %i %i)',
    (...order) => {
      const { runs } = paint(LINE, ...order.map((index) => layers[index]!));
      expect(runs.map(inWords)).toEqual(['0-2', '2-8 bracket-a/0 underline-a/0 fill-a/0', '8-20']);
    },
  );

  test('a fill that is longer than a bracket still lies over it', () => {
    const { runs } = paint(LINE, 'fill-a 0-20', 'bracket-a 5-9');
    expect(runs[1]!.strokes.map(({ channel }) => channel)).toEqual(['bracket', 'fill']);
  });

  test('within a channel the longer span lies outside', () => {
    const { runs } = paint(LINE, 'fill-b 4-6', 'fill-a 2-8');
    expect(runs.map(inWords)).toEqual(['0-2', '2-4 fill-a/0', '4-6 fill-a/0 fill-b/1', '6-8 fill-a/0', '8-20']);
  });
});

describe('levels', () => {
  test('spans of one label that cross get levels of their own', () => {
    const { runs } = paint(LINE, 'fill-a 0-6', 'fill-a 4-9');
    expect(runs.map(inWords)).toEqual(['0-4 fill-a/0', '4-6 fill-a/0 fill-a/1', '6-9 fill-a/1', '9-20']);
  });

  test('identical ranges with different labels of one channel get levels of their own', () => {
    const { runs } = paint(LINE, 'underline-a 0-6', 'underline-b 0-6');
    expect(runs.map(inWords)).toEqual(['0-6 underline-a/0 underline-b/1', '6-20']);
  });

  test('spans that only touch share a level', () => {
    const { runs } = paint(LINE, 'fill-a 0-6', 'fill-b 6-9');
    expect(runs.map(inWords)).toEqual(['0-6 fill-a/0', '6-9 fill-b/0', '9-20']);
  });

  test('an outer stroke knows how many levels of its channel lie below it', () => {
    const { runs } = paint(LINE, 'underline-a 0-9', 'underline-a 2-7', 'underline-a 3-4', 'fill-a 3-4');
    expect(runs[2]!.strokes.map(({ channel, below }) => `${channel} ${below}`)).toEqual([
      'underline 2',
      'underline 1',
      'underline 0',
      'fill 0',
    ]);
  });

  test('a stroke does not count levels elsewhere in the paragraph', () => {
    const { runs } = paint(LINE, 'fill-a 0-6', 'fill-a 2-4', 'fill-a 10-15');
    const lone = runs.find(({ from }) => from === 10)!.strokes[0]!;
    expect(lone).toMatchObject({ level: 0, below: 0 });
  });

  test('strokes that cross in a row count the deepest of the row', () => {
    const { runs } = paint(LINE, 'fill-a 0-6', 'fill-a 2-4', 'fill-a 5-9', 'fill-b 8-12');
    const below = runs.map(({ strokes }) => strokes.map((stroke) => `${stroke.level}+${stroke.below}`).join(' '));
    expect(below).toEqual(['0+1', '0+1 1+0', '0+1', '0+1 1+0', '1+0', '0+1 1+0', '0+1', '']);
  });

  test('an underline clears the highest fill that it overlaps', () => {
    expect(clears('underline-a 0-9', 'fill-a 2-5')).toEqual(['0:0']);
    expect(clears('underline-a 0-9', 'fill-a 2-6', 'fill-b 3-5', 'fill-a 4-5')).toEqual(['0:2']);
    expect(clears('underline-a 0-3', 'fill-a 5-9', 'fill-b 6-8')).toEqual(['0:0']);
    expect(clears('underline-a 0-9', 'underline-b 2-4', 'fill-a 6-9', 'fill-b 7-8')).toEqual(['0:1', '2:1']);
  });
});

describe('which spans are drawn', () => {
  test('a span of an unknown label is a slate fill', () => {
    const [stroke] = paint(LINE, 'gone 0-4').runs[0]!.strokes;
    expect(stroke).toMatchObject({ channel: 'fill', tone: 'slate' });
  });

  test('of an interrupted span only the ranges in the paragraph are drawn, all on one level', () => {
    const { runs } = paint({ from: 10, to: 20 }, 'fill-a 2-5 12-14 16-18 25-30');
    expect(runs.map(inWords)).toEqual(['10-12', '12-14 fill-a/0', '14-16', '16-18 fill-a/0', '18-20']);
  });

  test('a range over several paragraphs keeps its own edges, so that only its true ends are drawn as ends', () => {
    const { runs } = paint({ from: 10, to: 20 }, 'fill-a 5-40');
    expect(runs.map(inWords)).toEqual(['10-20 fill-a/0']);
    expect(runs[0]!.strokes[0]!.range).toEqual({ from: 5, to: 40 });
  });

  test('a span that ends where the paragraph begins is not drawn in it', () => {
    expect(paint({ from: 10, to: 20 }, 'bracket-a 5-10', 'bracket-a 20-25')).toMatchObject({ bars: [] });
  });
});

describe('bars in the margin', () => {
  test('only brackets have them', () => {
    expect(bars('fill-a 0-4', 'underline-a 0-4', 'bracket-a 0-4')).toEqual(['bracket-a/0']);
  });

  test('quotes side by side share one', () => {
    expect(bars('bracket-a 0-4', 'bracket-a 6-9', 'bracket-a 11-12 14-15')).toEqual(['bracket-a/0']);
  });

  test('quotes within quotes and quotes of another label have their own', () => {
    expect(bars('bracket-a 0-9', 'bracket-a 2-4', 'bracket-b 12-15')).toEqual([
      'bracket-a/0',
      'bracket-b/0',
      'bracket-a/1',
    ]);
  });

  test('an empty paragraph within a quote has one too', () => {
    const { runs, bars: inEmpty } = paintBlock({ from: 10, to: 10 }, [span('bracket-a 5-40')], TWO_OF_EACH);
    expect(runs).toEqual([]);
    expect(inEmpty).toHaveLength(1);
  });
});

test('the runs cover each paragraph exactly, and each holds the ranges over it and no others', () => {
  fc.assert(
    fc.property(sceneArbitrary(), ({ text, spans }) => {
      const paragraphs = paragraphsOf(text);
      const painted = paragraphs.map((paragraph) => {
        const bucket = spans.filter((each) => touchesBlock(each, paragraph));
        return paintBlock(paragraph, bucket, TWO_OF_EACH).runs;
      });
      const covered = painted.map((runs) => runs.flatMap(({ from, to }) => text.slice(from, to)).join(''));
      expect(covered).toEqual(text.split('\n'));
      const strokes = painted.flat().map((run) => run.strokes.map((stroke) => stroke.span.id).toSorted());
      const expected = painted.flat().map((run) => coveringIds(run, spans));
      expect(strokes).toEqual(expected);
    }),
    { seed: 20_240_617 },
  );
});

function coveringIds({ from, to }: TextRange, spans: readonly Span[]): readonly string[] {
  const covering = spans.filter(({ ranges }) => ranges.some((range) => range.from <= from && range.to >= to));
  return covering.map(({ id }) => id).toSorted();
}
