import { type LabelSet } from '#core/labels/label-set.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { emulateForcedColors } from './devtools.ts';
import { TWO_OF_EACH } from './scene.arbitrary.ts';
import { characterRect, type Stage, spanOn, spanOver, stageText } from './text-stage.tsx';
import styles from './block-content.module.css';

const STORY = 'Kirby said that Putin met Kim in Pyongyang, and more was said about that meeting later on.';
const CHANNELS = ['fill', 'underline', 'bracket'] as const;

/** Ranges that nest six deep. */
const NESTED = Array.from({ length: 6 }, (_, level) => ({ from: level * 3, to: 60 - level * 3 }));

afterEach(async () => {
  await emulateForcedColors('none');
});

describe('each channel has a shape of its own', () => {
  test('a fill is a rounded ground, an underline a line, and a bracket a bar with lines at its ends', async () => {
    const stage = await stageText({ text: STORY, labelSet: TWO_OF_EACH });
    const shapes = CHANNELS.map((channel) => {
      stage.change({ spans: [spanOver(`${channel}-a`, { from: 6, to: 20 })] });
      return shapeOf(strokes(stage)[0]!);
    });
    expect(shapes).toEqual([
      { radius: '4px', line: '0px', ends: false, outline: 'none', bars: 0 },
      { radius: '0px', line: '2px', ends: false, outline: 'none', bars: 0 },
      { radius: '0px', line: '0px', ends: true, outline: 'none', bars: 1 },
    ]);
  });

  test('also where the user’s colours take the place of ours', async () => {
    await emulateForcedColors('active');
    const stage = await stageText({ text: STORY, labelSet: TWO_OF_EACH });
    const shapes = CHANNELS.map((channel) => {
      stage.change({ spans: [spanOver(`${channel}-a`, { from: 6, to: 20 })] });
      const { outlineStyle, borderTopStyle, borderBottomStyle } = getComputedStyle(strokes(stage)[0]!);
      return { outlineStyle, borderTopStyle, borderBottomStyle };
    });
    expect(shapes).toEqual([
      { outlineStyle: 'none', borderTopStyle: 'solid', borderBottomStyle: 'solid' },
      { outlineStyle: 'none', borderTopStyle: 'none', borderBottomStyle: 'solid' },
      { outlineStyle: 'none', borderTopStyle: 'dotted', borderBottomStyle: 'dotted' },
    ]);
  });

  test('and the bar of a bracket is seen there too', async () => {
    await emulateForcedColors('active');
    const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'quote', 'Kim')] });
    const { borderInlineStartColor, borderInlineStartWidth } = getComputedStyle(bars()[0]!);
    expect(borderInlineStartColor).toBe(getComputedStyle(stage.paragraph(0)).color);
    expect(borderInlineStartWidth).toBe('3px');
  });

  test('labels of one channel have different lines there, and so has what is nested', async () => {
    await emulateForcedColors('active');
    const spans = CHANNELS.flatMap((channel) => [
      spanOver(`${channel}-a`, { from: 0, to: 30 }),
      spanOver(`${channel}-b`, { from: 6, to: 20 }),
      spanOver(`${channel}-a`, { from: 8, to: 12 }),
    ]);
    const stage = await stageText({ text: STORY, labelSet: TWO_OF_EACH, spans });
    const innermost = [...stage.paragraph(0).querySelectorAll('mark')[2]!.querySelectorAll<HTMLElement>('[data-span]')];
    const fills = innermost.filter((element) => element.classList.contains(styles['fill']!));
    expect(fills.map((element) => getComputedStyle(element).borderTopStyle)).toEqual(['solid', 'dashed', 'solid']);
    const lines = innermost.filter((element) => element.classList.contains(styles['underline']!));
    expect(lines.map((element) => getComputedStyle(element).borderBottomStyle)).toEqual(['solid', 'dashed', 'solid']);
  });

  test.each(['none', 'active'] as const)('the words can be read where forced colours are %s', async (value) => {
    await emulateForcedColors(value);
    const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'entity', 'Putin')] });
    const ink = getComputedStyle(stage.paragraph(0)).color;
    for (const element of stage.paragraph(0).querySelectorAll('mark, mark *')) {
      expect(getComputedStyle(element).color).toBe(ink);
    }
  });

  test('the ink of the words stays the same', async () => {
    const stage = await stageText({
      text: STORY,
      spans: [spanOn(STORY, 'entity', 'Putin'), spanOn(STORY, 'quote', 'Putin met')],
    });
    const ink = getComputedStyle(stage.paragraph(0)).color;
    for (const element of stage.paragraph(0).querySelectorAll('mark, mark *'))
      expect(getComputedStyle(element).color).toBe(ink);
  });

  test.each(CHANNELS)('a mark of the channel %s changes no line’s height', async (channel) => {
    const stage = await stageText({ text: STORY, labelSet: TWO_OF_EACH, width: 300 });
    const height = stage.paragraph(0).getBoundingClientRect().height;
    stage.change({ spans: NESTED.map((range) => spanOver(`${channel}-a`, range)) });
    expect(stage.paragraph(0).getBoundingClientRect().height).toBe(height);
  });
});

describe('nested spans of one channel', () => {
  test.each(CHANNELS)('differ in style from the level around them (%s)', async (channel) => {
    const stage = await stageText({ text: STORY, labelSet: TWO_OF_EACH });
    for (const depth of [2, 3, 4]) {
      stage.change({ spans: NESTED.slice(0, depth).map((range) => spanOver(`${channel}-a`, range)) });
      const innermost = stage.paragraph(0).querySelectorAll('mark')[depth - 1]!;
      const looks = [...innermost.querySelectorAll('[data-span]')].map(lookOf);
      expect(looks).toHaveLength(depth);
      for (const [level, look] of looks.entries()) expect(look).not.toBe(looks[level + 1]);
    }
  });

  test('fills: the outer one is taller, and neighbouring levels differ in strength, however deep', async () => {
    const stage = await stageText({
      text: STORY,
      labelSet: TWO_OF_EACH,
      spans: NESTED.map((range) => spanOver('fill-a', range)),
    });
    const innermost = [...stage.paragraph(0).querySelectorAll('mark')[5]!.querySelectorAll<HTMLElement>('[data-span]')];
    const grounds = innermost.map((element) => getComputedStyle(element).backgroundColor);
    for (const [level, ground] of grounds.slice(0, -1).entries()) expect(ground).not.toBe(grounds[level + 1]);
    const heights = innermost.map((element) => element.getBoundingClientRect().height);
    expect(heights.slice(2)).toEqual(heights.slice(2).toSorted((a, b) => b - a));
    expect(new Set(heights.slice(2)).size).toBe(4);
  });

  test('underlines: the outer one lies lower, with a gap between them', async () => {
    const stage = await stageText({
      text: STORY,
      labelSet: TWO_OF_EACH,
      spans: NESTED.slice(0, 4).map((range) => spanOver('underline-a', range)),
    });
    const lines = [...stage.paragraph(0).querySelectorAll('mark')[3]!.querySelectorAll('[data-span]')].map(lineOf);
    for (const [level, line] of lines.slice(1).entries()) expect(line.bottom).toBeLessThan(lines[level]!.top);
  });

  test('identical ranges with different labels both show', async () => {
    const stage = await stageText({ text: STORY, labelSet: TWO_OF_EACH });
    for (const channel of CHANNELS) {
      stage.change({
        spans: [spanOver(`${channel}-a`, { from: 6, to: 20 }), spanOver(`${channel}-b`, { from: 6, to: 20 })],
      });
      const [outer, inner] = strokes(stage) as [HTMLElement, HTMLElement];
      expect(outer.dataset['tone']).not.toBe(inner.dataset['tone']);
      expect(outer.getBoundingClientRect().height).toBeGreaterThanOrEqual(inner.getBoundingClientRect().height + 3);
    }
  });
});

describe('underlines and fills', () => {
  test('an underline lies below the fills over it, and is one line from end to end', async () => {
    const stage = await stageText({
      text: STORY,
      spans: [
        spanOn(STORY, 'claim', 'Putin met Kim in Pyongyang, and more'),
        spanOn(STORY, 'entity', 'Kim in Pyongyang'),
        spanOn(STORY, 'entity', 'Pyongyang'),
      ],
    });
    const bottoms = strokes(stage, 'entity').map((fill) => fill.getBoundingClientRect().bottom);
    const lines = strokes(stage, 'claim').map(lineOf);
    expect(lines).toHaveLength(4);
    expect(new Set(lines.map(({ top }) => top)).size).toBe(1);
    expect(lines[0]!.top).toBeGreaterThanOrEqual(Math.max(...bottoms));
  });

  test('an underline with a single fill lies right under it, as close as without', async () => {
    const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'claim', 'Putin met Kim')] });
    const { top } = lineOf(strokes(stage, 'claim')[0]!);
    stage.change({ spans: [spanOn(STORY, 'claim', 'Putin met Kim'), spanOn(STORY, 'entity', 'Kim')] });
    expect(lineOf(strokes(stage, 'claim')[0]!).top).toBe(top);
    expect(strokes(stage, 'entity')[0]!.getBoundingClientRect().bottom).toBeLessThanOrEqual(top);
  });

  test('a fill is no taller for what is nested elsewhere in its paragraph', async () => {
    const stage = await stageText({ text: STORY, spans: [spanOn(STORY, 'entity', 'Kirby')] });
    const { height } = strokes(stage)[0]!.getBoundingClientRect();
    stage.change({
      spans: [
        spanOn(STORY, 'entity', 'Kirby'),
        spanOn(STORY, 'entity', 'Putin met Kim'),
        spanOn(STORY, 'entity', 'met'),
      ],
    });
    expect(strokes(stage)[0]!.getBoundingClientRect().height).toBe(height);
  });

  test('a quote lies under the claims and entities in it', async () => {
    const spans = [
      spanOn(STORY, 'entity', 'Putin'),
      spanOn(STORY, 'claim', 'Putin met'),
      spanOn(STORY, 'quote', 'Putin met Kim'),
    ];
    const stage = await stageText({ text: STORY, spans });
    const mark = stage.paragraph(0).querySelector('mark')!;
    const chain = [...mark.querySelectorAll<HTMLElement>('[data-span]')].map(
      ({ dataset }) => dataset['span']!.split(' ')[0],
    );
    expect(chain).toEqual(['quote', 'claim', 'entity']);
  });
});

describe('the ends of a span', () => {
  test('are rounded where the span ends, and not where another cuts it', async () => {
    const stage = await stageText({
      text: STORY,
      spans: [spanOn(STORY, 'entity', 'Putin met Kim'), spanOn(STORY, 'claim', 'met Kim in')],
    });
    const corners = strokes(stage, 'entity').map((element) => {
      const { borderTopLeftRadius, borderTopRightRadius } = getComputedStyle(element);
      return [borderTopLeftRadius, borderTopRightRadius];
    });
    expect(corners).toEqual([
      ['4px', '0px'],
      ['0px', '4px'],
    ]);
  });

  test('are not marked where the span goes on in the next paragraph', async () => {
    const text = 'One.\nTwo.\nThree.';
    const stage = await stageText({ text, spans: [spanOver('quote', { from: 0, to: text.length })] });
    const ends = strokes(stage).map(
      (element) => [...element.classList].filter((name) => /start|end/.test(name)).length,
    );
    expect(ends).toEqual([1, 0, 1]);
  });

  test('are not repeated where a line wraps', async () => {
    const stage = await stageText({
      text: STORY,
      width: 250,
      spans: [spanOver('quote', { from: 0, to: 80 }), spanOver('entity', { from: 2, to: 70 })],
    });
    expect(stage.linesOf(0).length).toBeGreaterThan(3);
    for (const element of strokes(stage)) expect(getComputedStyle(element).boxDecorationBreak).toBe('slice');
  });

  test.each([
    ['en', 'Kirby said so.', 2],
    ['he', 'קירבי אמר כך.', -2],
    ['und', 'Kirby said so.', 2],
    ['und', 'קירבי אמר כך.', -2],
  ])('of a quote are lines on their outer side (%s: %s)', async (language, text, inset) => {
    const stage = await stageText({
      text,
      language,
      spans: [spanOver('quote', { from: 0, to: 9 }), spanOver('entity', { from: 3, to: 5 })],
    });
    const shadows = strokes(stage, 'quote').map(
      (element) => / (-?\d+)px 0px 0px 0px inset/.exec(getComputedStyle(element).boxShadow)?.[1],
    );
    expect(shadows).toEqual([`${inset}`, undefined, `${-inset}`]);
  });
});

describe('bars in the margin', () => {
  test.each([
    ['en', 'left'],
    ['he', 'right'],
  ] as const)('stand beside the whole paragraph, outside its words (%s)', async (language, side) => {
    const stage = await stageText({ text: STORY, width: 300, language, spans: [spanOn(STORY, 'quote', 'Kim')] });
    const bar = bars()[0]!.getBoundingClientRect();
    const paragraph = stage.paragraph(0).getBoundingClientRect();
    const section = stage.paragraph(0).parentElement!.getBoundingClientRect();
    if (side === 'left') expect(bar.right).toBeLessThan(paragraph.left);
    else expect(bar.left).toBeGreaterThan(paragraph.right);
    expect(bar.left).toBeGreaterThanOrEqual(section.left);
    expect(bar.right).toBeLessThanOrEqual(section.right);
    const [first, last] = [0, STORY.length - 1].map((offset) => characterRect(stage.container, stage.layout, offset));
    expect(bar.top).toBeLessThanOrEqual(first!.top + 2);
    expect(bar.bottom).toBeGreaterThanOrEqual(last!.bottom - 2);
  });

  test('of nested quotes and of other labels stand side by side', async () => {
    const stage = await stageText({ text: STORY, labelSet: TWO_OF_EACH });
    stage.change({
      spans: [
        spanOver('bracket-a', { from: 0, to: 40 }),
        spanOver('bracket-a', { from: 5, to: 20 }),
        spanOver('bracket-b', { from: 50, to: 60 }),
      ],
    });
    const lefts = bars().map((bar) => bar.getBoundingClientRect().left);
    expect(new Set(lefts).size).toBe(3);
    const gaps = lefts.toSorted((a, b) => b - a).map((left, index, all) => (all[index - 1] ?? left + 6) - left);
    expect(gaps).toEqual([6, 6, 6]);
  });

  test('are not read out', async () => {
    await stageText({ text: STORY, spans: [spanOn(STORY, 'quote', 'Kim')] });
    expect(bars()[0]).toHaveAttribute('aria-hidden', 'true');
  });
});

test('a paragraph that holds nothing but a form feed is as high as a line', async () => {
  const stage = await stageText({ text: 'Page one.\n\f\nPage two.' });
  const [first, feed] = [0, 1].map((index) => stage.paragraph(index).getBoundingClientRect().height);
  expect(feed).toBeCloseTo(first!, 1);
});

test('a span of an unknown label is drawn as a fill', async () => {
  const labelSet: LabelSet = { labels: [], linkTypes: [] };
  const stage = await stageText({ text: STORY, labelSet, spans: [spanOn(STORY, 'gone', 'Kim')] });
  expect(strokes(stage)[0]!.dataset['tone']).toBe('slate');
  expect(shapeOf(strokes(stage)[0]!).radius).toBe('4px');
});

/** The elements that draw the spans of a label, or of all, in the order of the text. */
function strokes({ container }: Stage, label = ''): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('[data-span]')].filter(({ dataset }) =>
    dataset['span']!.startsWith(label),
  );
}

function bars(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`.${styles['bar']}`)];
}

/** What can be seen of a stroke without its colours. */
function shapeOf(element: HTMLElement) {
  const { borderTopLeftRadius, borderBottomWidth, boxShadow, outlineStyle } = getComputedStyle(element);
  return {
    radius: borderTopLeftRadius,
    line: borderBottomWidth,
    ends: boxShadow !== 'none',
    outline: outlineStyle,
    bars: bars().length,
  };
}

/** All of a stroke's own style that tells it from the one around it. */
function lookOf(element: Element): string {
  const { backgroundColor, paddingTop, paddingBottom, borderBottom } = getComputedStyle(element);
  return [backgroundColor, paddingTop, paddingBottom, borderBottom].join(' ');
}

/** Where the line of an underline is. */
function lineOf(element: Element): { top: number; bottom: number } {
  const { bottom } = element.getBoundingClientRect();
  return { top: bottom - 2, bottom };
}
