import { type Span } from '#core/spans/span.ts';
import { describe, expect, test } from 'vitest';
import { characterRect, spanOn, type Stage, stageText } from './text-stage.tsx';

const HEBREW =
  'נשיא רוסיה צפוי להיפגש עם Kim Jong Un (בן 40) ב-17.6.2024, ואמר: "We have 3 plans בפיונגיאנג", כך לפי Reuters.';
const ARABIC = 'قال وزير الخارجية إن 120 طنا من COVID-19 وصلت إلى «Pier 7» يوم 5/6، وأضاف: «نحن قلقون».';

/** Names, numbers and quotes whose ends lie where the direction of writing turns, or inside the other direction. */
const SCENES: readonly (readonly [string, string, string, readonly (readonly [string, ...string[]])[]])[] = [
  ['a Latin name in Hebrew', 'he', HEBREW, [['entity', 'Kim Jong Un']]],
  ['the first half of a Latin name', 'he', HEBREW, [['entity', 'Kim J']]],
  ['from Hebrew into a Latin name', 'he', HEBREW, [['claim', 'להיפגש עם Kim']]],
  ['a date in Hebrew', 'he', HEBREW, [['entity', '17.6.2024']]],
  [
    'a quote of both, with a number, and names in it',
    'he',
    HEBREW,
    [
      ['quote', '"We have 3 plans בפיונגיאנג"'],
      ['entity', 'plans בפיונגיאנג'],
      ['claim', '3 plans'],
    ],
  ],
  ['an interrupted span', 'he', HEBREW, [['quote', 'Jong Un (בן', '2024, ואמר: "We']]],
  ['a number in Arabic', 'ar', ARABIC, [['entity', '120 طنا']]],
  [
    'a Latin word with a number in Arabic',
    'ar',
    ARABIC,
    [
      ['entity', 'COVID-19'],
      ['claim', 'من COVID-19 وصلت'],
    ],
  ],
  [
    'a quote in Arabic and what is in it',
    'ar',
    ARABIC,
    [
      ['quote', '«Pier 7» يوم 5/6'],
      ['entity', 'Pier 7'],
    ],
  ],
  ['Arabic in a text whose language is not known', 'und', `Reuters: ${ARABIC}`, [['claim', 'طنا من COVID']]],
  ['Hebrew in English', 'en', `He wrote ${HEBREW} and left.`, [['quote', 'Un (בן 40) ב-17']]],
];

describe.each(SCENES)('%s', (_, language, text, marked) => {
  const spans = marked.map(([label, ...quotes]) => spanOn(text, label, ...quotes));

  test.each([900, 260])('is painted over its characters and no others (%i px wide)', async (width) => {
    const stage = await stageText({ text, language, width, spans });
    for (const span of spans) {
      const rects = paintedRects(stage, span);
      for (let offset = 0; offset < text.length; offset += 1) {
        const { left, top, width: wide, height } = characterRect(stage.container, stage.layout, offset);
        // A vowel sign has no width, nor has a space at which a line ends.
        if (wide < 1) continue;
        const middle = { x: left + wide / 2, y: top + height / 2 };
        const isPainted = rects.some((rect) => holds(rect, middle));
        expect(`${offset} ${text[offset]!}: ${isPainted}`).toBe(`${offset} ${text[offset]!}: ${isIn(span, offset)}`);
      }
    }
  });

  test('leaves every character where it stands without it', async () => {
    const stage = await stageText({ text, language, width: 900 });
    const places = (): readonly number[] =>
      Array.from(text, (_character, offset) => characterRect(stage.container, stage.layout, offset).left);
    const before = places();
    stage.change({ spans });
    for (const [offset, left] of places().entries()) expect(Math.abs(left - before[offset]!)).toBeLessThan(1.5);
  });
});

function paintedRects({ container }: Stage, { id }: Span): readonly DOMRect[] {
  const pieces = [...container.querySelectorAll<HTMLElement>('[data-span]')];
  return pieces.filter(({ dataset }) => dataset['span'] === id).flatMap((piece) => [...piece.getClientRects()]);
}

function holds({ left, right, top, bottom }: DOMRect, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function isIn({ ranges }: Span, offset: number): boolean {
  return ranges.some(({ from, to }) => offset >= from && offset < to);
}
