import {
  type HostileFile,
  type Loose,
  type LoosePage,
  type LooseRange,
  broken,
  brokenSpan,
  withText,
} from './loose-bundle.ts';

/** Files of the right shape that say something wrong: references, offsets, texts. For tests only. */
export function hostileMeaning(valid: string): readonly HostileFile[] {
  return [...brokenReferences(valid), ...brokenOffsets(valid), ...brokenTexts(valid), ...brokenReviews(valid)];
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
    ...brokenLinks(valid),
    {
      name: 'duplicate layer',
      json: twice((bundle) => bundle.layers),
      expect: /same article and annotator as layers\[0\]/,
    },
  ];
}

function brokenReviews(valid: string): readonly HostileFile[] {
  const twice = (pick: (bundle: Loose) => unknown[]) => broken(valid, (bundle) => pick(bundle).push(pick(bundle)[0]));
  return [
    { name: 'duplicate decision id', json: twice((bundle) => bundle.decisions), expect: /same decision id/ },
    { name: 'duplicate thread id', json: twice((bundle) => bundle.threads), expect: /same thread id/ },
    {
      name: 'duplicate message id',
      json: twice((bundle) => bundle.threads[0].messages),
      expect: /^threads\[0\]\.messages\[1\]\.id: the same message id/,
    },
    {
      name: 'duplicate id of a decided span',
      json: twice((bundle) => bundle.decisions[0].spans),
      expect: /^decisions\[0\]\.spans\[1\]\.id: the same span id/,
    },
    {
      name: 'decision without article',
      json: broken(valid, (bundle) => (bundle.decisions[0].articleId = '0'.repeat(64))),
      expect: /^decisions\[0\]\.articleId: no article/,
    },
    {
      name: 'thread without article',
      json: broken(valid, (bundle) => (bundle.threads[0].articleId = '0'.repeat(64))),
      expect: /^threads\[0\]\.articleId: no article/,
    },
    {
      name: 'rejection with spans',
      json: broken(valid, (bundle) => (bundle.decisions[0]['verdict'] = 'reject')),
      expect: /^decisions\[0\]\.spans: a decision to reject puts nothing into gold/,
    },
    {
      name: 'covered span outside the text',
      json: broken(valid, (bundle) => (bundle.decisions[0].covers[0].ranges[0].to = 20_000_000)),
      expect: /^decisions\[0\]\.covers\[0\]\.ranges: .*outside the text/,
    },
    {
      name: 'decided span with another quote',
      json: broken(valid, (bundle) => (bundle.decisions[0].spans[0].ranges[0].quote += '?')),
      expect: /^decisions\[0\]\.spans\[0\]\.ranges\[0\]: the quote is/,
    },
    {
      name: 'thread with another offset in code points',
      json: broken(valid, (bundle) => (bundle.threads[0].range.codePointFrom += 1)),
      expect: /^threads\[0\]\.range\[0\]: .*in code points/,
    },
  ];
}

function brokenLinks(valid: string): readonly HostileFile[] {
  const withLink = (change: (link: Record<string, unknown>) => unknown) =>
    broken(valid, (bundle) => change(bundle.layers[0].links[0]));
  const withLabels = (change: (labelSet: Loose['project']['labelSet']) => unknown) =>
    broken(valid, (bundle) => change(bundle.project.labelSet));
  return [
    {
      name: 'link of an unknown type',
      json: withLink((link) => (link['type'] = 'constructor')),
      expect: /^layers\[0\]\.links\[0\]\.type: .*no link type with the id “constructor”/,
    },
    {
      name: 'link to a span that is not there',
      json: withLink((link) => (link['to'] = 's9')),
      expect: /^layers\[0\]\.links\[0\]\.to: the layer has no span/,
    },
    {
      name: 'link to itself',
      json: withLink((link) => (link['to'] = link['from'])),
      expect: /ends at the span where it starts/,
    },
    {
      name: 'duplicate link id',
      json: broken(valid, (bundle) => bundle.layers[0].links.push(bundle.layers[0].links[0])),
      expect: /same link id/,
    },
    {
      name: 'duplicate link type id',
      json: withLabels(({ linkTypes }) => linkTypes.push(linkTypes[0]!)),
      expect: /same link type id/,
    },
    {
      name: 'link type to a label that is not there',
      json: withLabels(({ linkTypes }) => (linkTypes[0]!['to'] = ['nobody'])),
      expect: /linkTypes\[0\]\.to: the label set has no label with the id “nobody”/,
    },
    ...brokenAttributes(valid),
  ];
}

function brokenAttributes(valid: string): readonly HostileFile[] {
  const withValue = (value: unknown) => brokenSpan(valid, (span) => (span['attributes'] = [{ id: 'cue', value }]));
  const withAttributes = (change: (attributes: Record<string, unknown>[]) => unknown) =>
    broken(valid, (bundle) => change(bundle.project.labelSet.labels[0]!['attributes'] as Record<string, unknown>[]));
  const outside = { from: 0, to: 20_000_000, codePointFrom: 0, codePointTo: 1, quote: '“' };
  return [
    {
      name: 'duplicate attribute of a span',
      json: brokenSpan(valid, (span) => {
        span['attributes'] = [
          { id: 'a', value: 1 },
          { id: 'a', value: 2 },
        ];
      }),
      expect: /attributes\[1\]\.id: the same attribute id/,
    },
    { name: 'attribute range outside', json: withValue(outside), expect: /attributes\[0\]\.value: .*outside the text/ },
    {
      name: 'attribute range with another quote',
      json: withValue({ from: 0, to: 1, codePointFrom: 0, codePointTo: 1, quote: 'x' }),
      expect: /attributes\[0\]\.value\[0\]: the quote is “x”/,
    },
    { name: 'attribute of an odd kind', json: withValue({ from: 0 }), expect: /value: must be a text, a number/ },
    { name: 'attribute of no values', json: withValue([]), expect: /attributes\[0\]\.value/ },
    {
      name: 'duplicate attribute id',
      json: withAttributes((attributes) => attributes.push(attributes[0]!)),
      expect: /same attribute id/,
    },
    {
      name: 'duplicate value key',
      json: withAttributes((attributes) => {
        const values = attributes[0]!['values'] as Record<string, unknown>[];
        values[1]!['key'] = values[0]!['key'];
      }),
      expect: /values\[1\]\.key: the key p of .* already belongs to/,
    },
    {
      name: 'duplicate value id',
      json: withAttributes((attributes) => {
        const values = attributes[0]!['values'] as Record<string, unknown>[];
        values.push({ ...values[0], key: '' });
      }),
      expect: /same value id/,
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
  const withPage = (change: (page: LoosePage) => void): string =>
    broken(valid, (bundle) => change(bundle.articles[0].pages[1]));
  return [
    {
      name: 'page behind the end of the text',
      json: withPage((page) => (page.from = 10_000)),
      expect: /^articles\[0\]\.pages\[1\]: the page starts at 10000, behind the end/,
    },
    {
      name: 'pages out of order',
      json: withPage((page) => (page.from = 0)),
      expect: /^articles\[0\]\.pages\[1\]: the page starts at 0, not behind the start of the page before/,
    },
    {
      name: 'page inside a surrogate pair',
      json: withPage((page) => (page.from = 5)),
      expect: /^articles\[0\]\.pages\[1\]: the page starts inside the character at 4/,
    },
    {
      name: 'page start in code points that differs',
      json: withPage((page) => (page.codePointFrom += 1)),
      expect: /^articles\[0\]\.pages\[1\]: the page starts at 39 in code points, not 40/,
    },
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
