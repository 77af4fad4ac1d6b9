import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as fc from 'fast-check';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { idArbitrary, labelSetArbitrary, nameArbitrary } from '#core/labels/label-set.arbitrary.ts';
import { compareLinks, type Link, type LinkId } from '#core/spans/link.ts';
import { type Span, type SpanId, compareSpans } from '#core/spans/span.ts';
import { type GuidelineVersion } from '#core/project/guidelines.ts';
import { type Bundle } from './bundle.ts';
import { attributesArbitrary, edgesOf, rangesFrom, timeArbitrary } from './marking.arbitrary.ts';
import { decisionsArbitrary, threadsArbitrary } from './reviews.arbitrary.ts';
import {
  type Annotator,
  type AnnotatorId,
  type Article,
  type ArticleId,
  type Layer,
  type PageStart,
  type Project,
  type ProjectId,
} from '#core/project/project.ts';

/** Pieces that have broken annotation tools: where one code unit is not one character, or a character is not harmless. */
const NASTY_PIECES = [
  '🎉',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  '🇺🇦🇩🇪',
  'e\u0301',
  'é',
  'مرحبا\u200F بالعالم',
  'שלום\u200E Latin\u200F עולם',
  '\u00A0',
  '\u200B',
  'co\u00ADop',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u000B',
  '\u000C',
  '\u0000',
  '\uFFFD',
  '\t',
  '\n',
  '\n\n',
  ']]>',
  '&lt;',
  '"\\',
  '=SUM(A1)',
  '-DOCSTART-',
  '\n#\n',
  '“We will go,” she said, “on Monday.”',
  'the minister',
  ' ',
  '漢字',
  '𠮷野家',
] as const;

/** A text as articles have it: frozen, often short, sometimes only line ends or nothing. */
export function textArbitrary(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...NASTY_PIECES) },
    // fc.string with the unit 'binary' would give the same, but takes a second to make.
    {
      weight: 1,
      arbitrary: fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)), maxLength: 8 }),
    },
  );
  const mixed = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  const text = fc.oneof(
    { weight: 9, arbitrary: mixed },
    { weight: 1, arbitrary: fc.constantFrom('', '\n', '\n\n\n', ' ') },
  );
  // The same as freezing, which keeps this file free of the code that it helps to test.
  return text.map((raw) =>
    raw
      .replace(/\r/g, '\n')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(/^\uFEFF+/, ''),
  );
}

/**
 * Whole bundles that keep every rule, with nasty texts and names, several annotators, every status, and spans that nest,
 * cross, repeat and are interrupted. Articles, annotators and layers are in no particular order. For tests only.
 */
export function bundleArbitrary(): fc.Arbitrary<Bundle> {
  return fc
    .record({
      id: idArbitrary(),
      name: nameArbitrary(),
      labelSet: labelSetArbitrary(),
      guidelines: guidelinesArbitrary(),
      annotators: fc.uniqueArray(annotatorArbitrary(), { maxLength: 3, selector: ({ id }) => id }),
      articles: fc.uniqueArray(articleArbitrary(), { maxLength: 3, selector: ({ id }) => id }),
    })
    .chain(({ id, name, labelSet, guidelines, annotators, articles }) => {
      const project: Project = { id: id as ProjectId, name, labelSet, guidelines };
      const pairs = articles.flatMap((article) => annotators.map((annotator) => ({ article, annotator })));
      const layers = pairs.map(({ article, annotator }) => layerArbitrary(article, annotator.id, labelSet));
      return fc.record({
        project: fc.constant(project),
        annotators: fc.constant(annotators),
        articles: fc.constant(articles),
        layers: fc.tuple(...layers).chain((all) => fc.shuffledSubarray(all)),
        decisions: decisionsArbitrary(articles, annotators, labelSet),
        threads: threadsArbitrary(articles, annotators),
      });
    });
}

function annotatorArbitrary(): fc.Arbitrary<Annotator> {
  return fc.record({ id: idArbitrary().map((id) => id as AnnotatorId), name: nameArbitrary() });
}

function articleArbitrary(): fc.Arbitrary<Article> {
  return fc
    .record({
      title: nameArbitrary(),
      author: nameArbitrary(),
      source: nameArbitrary(),
      date: fc.constantFrom('', '2024', '2024-06', '2024-06-17'),
      language: fc.constantFrom('und', 'en', 'pt-BR', 'ar', 'zh-Hant-TW'),
      original: fc.record({
        newline: fc.constantFrom('none', 'lf', 'crlf', 'cr', 'mixed'),
        byteOrderMark: fc.boolean(),
        replaced: fc.nat(3),
      }),
      correctionOf: fc.constantFrom('' as const, '0123456789abcdef'.repeat(4) as ArticleId),
      text: textArbitrary(),
    })
    .chain((about) => {
      const id = bytesToHex(sha256(utf8ToBytes(about.text))) as ArticleId;
      return pagesArbitrary(about.text).map((pages) => ({ ...about, id, pages }));
    });
}

function pagesArbitrary(text: string): fc.Arbitrary<readonly PageStart[]> {
  const starts = fc.constantFrom(0, ...edgesOf(text), text.length);
  return fc
    .uniqueArray(fc.record({ from: starts, page: nameArbitrary() }), { maxLength: 3, selector: ({ from }) => from })
    .map((pages) => pages.toSorted((a, b) => a.from - b.from));
}

function layerArbitrary(article: Article, annotatorId: AnnotatorId, labelSet: LabelSet): fc.Arbitrary<Layer> {
  const edges = edgesOf(article.text);
  const spans =
    edges.length < 2
      ? fc.constant<Span[]>([])
      : fc.uniqueArray(spanArbitrary(edges, labelSet), { maxLength: 8, selector: ({ id }) => id });
  return fc
    .record({
      spans,
      repeated: fc.boolean(),
      status: fc.constantFrom('not-started', 'in-progress', 'done'),
      changedAt: timeArbitrary(),
    })
    .chain(({ spans: some, repeated, status, changedAt }) => {
      const articleId = article.id;
      const spansThere = status === 'not-started' ? [] : withRepetition(some, repeated).toSorted(compareSpans);
      return linksArbitrary(spansThere, labelSet).map((links): Layer => {
        return {
          articleId,
          annotatorId,
          status,
          spans: spansThere,
          links: links.toSorted(compareLinks),
          changedAt: status === 'not-started' ? '' : changedAt,
        };
      });
    });
}

function linksArbitrary(spans: readonly Span[], { linkTypes }: LabelSet): fc.Arbitrary<readonly Link[]> {
  if (spans.length < 2 || linkTypes.length === 0) return fc.constant([]);
  const link = fc
    .record({
      id: idArbitrary().map((id) => id as LinkId),
      type: fc.constantFrom(...linkTypes.map(({ id }) => id)),
      ends: fc.uniqueArray(fc.constantFrom(...spans.map(({ id }) => id)), { minLength: 2, maxLength: 2 }),
      origin: fc.constantFrom('hand' as const, 'suggestion' as const, 'import' as const),
      createdAt: timeArbitrary(),
    })
    .map(({ id, type, ends, origin, createdAt }): Link => {
      return { id, type, from: ends[0]!, to: ends[1]!, origin, createdAt };
    });
  return fc.uniqueArray(link, { maxLength: 4, selector: ({ id }) => id });
}

/** The same span a second time under another id, which random cuts seldom give. */
function withRepetition(spans: readonly Span[], repeated: boolean): Span[] {
  const [first] = spans;
  if (!repeated || !first) return [...spans];
  return [...spans, { ...first, id: `${first.id} again, longer than random ids` as SpanId }];
}

function spanArbitrary(edges: readonly number[], { labels }: LabelSet): fc.Arbitrary<Span> {
  return fc.record({
    id: idArbitrary().map((id) => id as SpanId),
    label: fc.constantFrom(...labels.map(({ id }) => id)),
    ranges: fc.array(fc.nat(edges.length - 1), { minLength: 2, maxLength: 6 }).map((cuts) => rangesFrom(edges, cuts)),
    attributes: attributesArbitrary(edges),
    note: nameArbitrary(),
    origin: fc.constantFrom('hand', 'suggestion', 'import'),
    createdAt: timeArbitrary(),
    changedAt: timeArbitrary(),
  });
}

function guidelinesArbitrary(): fc.Arbitrary<readonly GuidelineVersion[]> {
  const example = fc.record({
    before: nameArbitrary(),
    quote: nameArbitrary(),
    after: nameArbitrary(),
    source: nameArbitrary(),
    isGood: fc.boolean(),
    comment: nameArbitrary(),
  });
  const label = fc.record({
    label: idArbitrary().map((id) => id as LabelId),
    text: nameArbitrary(),
    examples: fc.array(example, { maxLength: 2 }),
  });
  return fc
    .array(
      fc.record({
        at: timeArbitrary(),
        by: nameArbitrary(),
        text: nameArbitrary(),
        labels: fc.array(label, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    )
    .map((versions) =>
      versions.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map((version, index) => ({ ...version, number: index + 1 })),
    );
}
