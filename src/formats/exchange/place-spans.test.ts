import { describe, expect, test } from 'vitest';
import { OFFSET_UNITS, unitOffsets } from '#core/text/offset-units.ts';
import { type LooseSpan } from './loose.ts';
import { findUnit, placeSpans } from './place-spans.ts';

const TEXT = '“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%. Ann Lee paid.';
const WORDS = ['“Hi 🎉”', 'Ann Lee', 'Rome', 'Taxes rose 4%'];

describe.each(OFFSET_UNITS)('spans in %s', (unit) => {
  test.each([true, false])('tell their unit (with their words: %s) and come to their places', (hasQuotes) => {
    const spans = WORDS.map((words) => spanOn(words, unit, hasQuotes));
    const layer = { annotator: '', isPrediction: false, status: 'done', spans, links: [] } as const;
    const others = OFFSET_UNITS.filter((each) => each !== unit);
    const found = findUnit(TEXT, [layer], [...others, unit]);
    expect(placeSpans(TEXT, spans, found).map(({ ranges }) => quotesOf(ranges))).toEqual(WORDS.map((words) => [words]));
  });
});

describe('a span', () => {
  test.each([
    ['whose words stand there', [13, 20], ['Ann Lee'], 'equal', ['Ann Lee']],
    ['in other letters', [13, 20], ['ann  LEE'], 'folded', ['Ann Lee']],
    ['without words', [24, 28], [], 'unchecked', ['Rome']],
    ['whose words stand near', [40, 47], ['Ann Lee'], 'moved', ['Ann Lee']],
    ['whose words are nowhere', [13, 20], ['Bob'], 'orphan', []],
    ['outside the text, with words that stand there once', [900, 904], ['Rome'], 'moved', ['Rome']],
    ['that ends before it starts, without words', [20, 13], [], 'orphan', []],
  ] as const)('%s', (_, [from, to], quotes, grade, words) => {
    const [placed] = placeSpans(
      TEXT,
      [{ ...spanOn('Rome', 'utf-16', false), ranges: [{ from, to }], quotes }],
      'utf-16',
    );
    expect(placed!.grade).toBe(grade);
    expect(quotesOf(placed!.ranges)).toEqual(words);
  });

  test('without a place whose words stand several times is left for a decision, unless what is around them tells', () => {
    const span: LooseSpan = { ...spanOn('Rome', 'utf-16', false), ranges: [], quotes: ['Ann Lee'] };
    expect(placeSpans(TEXT, [span], 'utf-16')[0]!.grade).toBe('orphan');
    const [told] = placeSpans(TEXT, [{ ...span, suffix: ' paid' }], 'utf-16');
    expect(told).toMatchObject({ grade: 'moved', ranges: [{ from: TEXT.lastIndexOf('Ann') }] });
  });

  test('of the nearest of several places, where its own is a little off', () => {
    const span: LooseSpan = { ...spanOn('Rome', 'utf-16', false), ranges: [{ from: 44, to: 51 }], quotes: ['Ann Lee'] };
    expect(placeSpans(TEXT, [span], 'utf-16')[0]!.ranges[0]!.from).toBe(TEXT.lastIndexOf('Ann'));
  });
});

function spanOn(words: string, unit: (typeof OFFSET_UNITS)[number], hasQuotes: boolean): LooseSpan {
  const from = TEXT.indexOf(words);
  const { fromUtf16 } = unitOffsets(TEXT, unit);
  return {
    id: words,
    label: 'entity',
    ranges: [{ from: fromUtf16(from)!, to: fromUtf16(from + words.length)! }],
    ...(hasQuotes ? { quotes: [words] } : {}),
    attributes: [],
    note: '',
    createdAt: '',
    changedAt: '',
  };
}

function quotesOf(ranges: readonly { readonly from: number; readonly to: number }[]): readonly string[] {
  return ranges.map(({ from, to }) => TEXT.slice(from, to));
}
