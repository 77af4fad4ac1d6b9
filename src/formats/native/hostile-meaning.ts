import { type HostileFile, type Loose, type LooseRange, broken, brokenSpan, withText } from './loose-bundle.ts';

/** Files of the right shape that say something wrong: references, offsets, texts. For tests only. */
export function hostileMeaning(valid: string): readonly HostileFile[] {
  return [...brokenReferences(valid), ...brokenOffsets(valid), ...brokenTexts(valid)];
}

function brokenReferences(valid: string): readonly HostileFile[] {
  const twice = (pick: (bundle: Loose) => unknown[]) => broken(valid, (bundle) => pick(bundle).push(pick(bundle)[0]));
  return [
    {
      name: 'unknown label',
      json: brokenSpan(valid, (span) => (span.label = 'toString')),
      expect: /label: .*no label with the id “toString”/,
    },
    {
      name: 'layer without article',
      json: broken(valid, (bundle) => (bundle.layers[0].articleId = '0'.repeat(64))),
      expect: /^layers\[0\]\.articleId: no article/,
    },
    {
      name: 'layer without annotator',
      json: broken(valid, (bundle) => (bundle.layers[0].annotatorId = 'nobody')),
      expect: /^layers\[0\]\.annotatorId: no annotator/,
    },
    {
      name: 'not-started layer with spans',
      json: broken(valid, (bundle) => (bundle.layers[0].status = 'not-started')),
      expect: /not-started but has spans/,
    },
    { name: 'duplicate article id', json: twice((bundle) => bundle.articles), expect: /same article id/ },
    { name: 'duplicate annotator id', json: twice((bundle) => bundle.annotators), expect: /same annotator id/ },
    { name: 'duplicate label id', json: twice((bundle) => bundle.project.labelSet.labels), expect: /same label id/ },
    {
      name: 'duplicate label key',
      json: broken(valid, (bundle) => {
        bundle.project.labelSet.labels.push({ ...bundle.project.labelSet.labels[0], id: 'another', key: '7' });
        bundle.project.labelSet.labels.push({ ...bundle.project.labelSet.labels[0], id: 'a third', key: '7' });
      }),
      expect: /key: the key 7 of .* already belongs to/,
    },
    {
      name: 'duplicate span id',
      json: twice((bundle) => bundle.layers[0].spans),
      expect: /same span id as at layers\[0\]\.spans\[0\]/,
    },
    {
      name: 'duplicate layer',
      json: twice((bundle) => bundle.layers),
      expect: /same article and annotator as layers\[0\]/,
    },
  ];
}

function brokenOffsets(valid: string): readonly HostileFile[] {
  const withRange = (change: (range: LooseRange) => unknown) => brokenSpan(valid, (span) => change(span.ranges[0]));
  return [
    {
      name: 'offset out of range',
      json: withRange((range) => (range.to = 20_000_000)),
      expect: /outside the text of length/,
    },
    {
      name: 'negative offset',
      json: withRange((range) => (range.from = -1)),
      expect: /ranges\[0\]\.from: must not be negative/,
    },
    {
      name: 'offset with a fraction',
      json: withRange((range) => (range.to += 0.5)),
      expect: /ranges\[0\]\.to: must be a whole number/,
    },
    {
      name: 'swapped offsets',
      json: withRange((range) => ([range.from, range.to] = [range.to, range.from])),
      expect: /empty or ends before it starts/,
    },
    {
      name: 'offset inside a surrogate pair',
      json: withText(
        valid,
        (text) => `🎉${text}`,
        (span) => {
          span.ranges = [{ from: 0, to: 1, codePointFrom: 0, codePointTo: 1, quote: '🎉' }];
        },
      ),
      expect: /cuts the character at 0 in two/,
    },
    { name: 'no range', json: brokenSpan(valid, (span) => span.ranges.splice(0)), expect: /at least one range/ },
    {
      name: 'ranges that overlap',
      json: brokenSpan(valid, (span) => span.ranges.unshift(span.ranges[0])),
      expect: /out of order or touches/,
    },
    {
      name: 'code point offset that differs',
      json: withRange((range) => (range.codePointTo += 1)),
      expect: /in code points, not/,
    },
    {
      name: 'code point start that differs',
      json: withRange((range) => (range.codePointFrom += 1)),
      expect: /in code points, not/,
    },
    {
      name: 'quote that differs',
      json: withRange((range) => (range.quote += '?')),
      expect: /ranges\[0\]: the quote is “.*” but the text at \d+–\d+ is/,
    },
  ];
}

function brokenTexts(valid: string): readonly HostileFile[] {
  return [
    {
      name: 'text changed',
      json: broken(valid, (bundle) => (bundle.articles[0].text += '.')),
      expect: /^articles\[0\]\.text: the text was changed: its SHA-256/,
    },
    {
      name: 'CR in text',
      json: withText(valid, (text) => `${text}\r\n`),
      expect: /^articles\[0\]\.text: a carriage return at offset/,
    },
    {
      name: 'byte order mark in text',
      json: withText(valid, (text) => `\uFEFF${text}`),
      expect: /starts with a byte order mark/,
    },
  ];
}
