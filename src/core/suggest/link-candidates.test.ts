import { describe, expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { findLinkType } from '#core/labels/label-set.ts';
import { marked } from '#core/project/marked.arbitrary.ts';
import { type AnnotatorId, type Article, type ArticleId, emptyLayer, type Layer } from '#core/project/project.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { type LinkCandidate, linkCandidates } from './link-candidates.ts';

/** The candidates of the first span that is marked; the others are entities. `q` is a quote unless said otherwise. */
function candidates(
  written: string,
  { type = 'speaker', label = 'quote', language = 'en', links = [] as readonly Link[] } = {},
): readonly LinkCandidate[] {
  const { text, ranges } = marked(written);
  const [first, ...others] = ranges.toSorted((a, b) => a.from - b.from);
  const from = span('q', [[first!.from, first!.to]], { label: label as LabelId });
  const entities = others.map((range, index) => span(`e${index}`, [[range.from, range.to]]));
  return candidatesOf(text, language, from, [from, ...entities], links, type);
}

function candidatesOf(
  text: string,
  language: string,
  from: Span,
  spans: readonly Span[],
  links: readonly Link[],
  type: string,
): readonly LinkCandidate[] {
  const article = { id: 'a' as ArticleId, text, language } as Article;
  const layer: Layer = { ...emptyLayer(article.id, 'ann' as AnnotatorId), spans: spans.toSorted(compareSpans), links };
  const scene = { article, paragraphs: paragraphsOf(text), layer, labelSet: DEFAULT_LABEL_SET };
  return linkCandidates(scene, from, findLinkType(DEFAULT_LABEL_SET, type as LinkTypeId)!);
}

function inWords(found: readonly LinkCandidate[]): readonly string[] {
  return found.map(({ words, span: there }) => (there ? `[${words}]` : words));
}

describe('the likeliest speaker', () => {
  test.each([
    ['before the verb', '[“We will go,”] Ann Lee told Bo Li on Monday.', 'Ann Lee'],
    ['after the verb', '[“We will go,”] said Ann Lee, who met Bo Li.', 'Ann Lee'],
    ['before the quote', 'Cy Ek watched. Ann Lee said: [“We will go.”] Bo Li left.', 'Ann Lee'],
    ['by one name after the quote', '[“We will go,”] Miller said at Monday’s briefing in Rome.', 'Miller'],
    ['tagged already', 'The critics met [Bo Li]. [“We will go,”] said [Ann Lee] of Rome.', '[Ann Lee]', 1],
    ['the one nearest where nobody is said to speak', 'Bo Li met Ann Lee. [“We will go.”]', 'Ann Lee'],
    ['in German', '[„Wir gehen“], sagte Anna Lehmann in Rom.', 'Anna Lehmann', 0, 'de'],
    ['in French', '[« Nous partons »], a déclaré Anne Leduc à Rome.', 'Anne Leduc', 0, 'fr'],
  ])('stands %s', (_, written, expected, skip = 0, language = 'en') => {
    const { text, ranges } = marked(written);
    const sorted = ranges.toSorted((a, b) => a.from - b.from);
    const quote = sorted[skip]!;
    const from = span('q', [[quote.from, quote.to]], { label: 'quote' as LabelId });
    const others = sorted
      .filter((range) => range !== quote)
      .map((range, index) => span(`e${index}`, [[range.from, range.to]]));
    const found = candidatesOf(text, language, from, [from, ...others], [], 'speaker');
    expect(inWords(found)[0]).toBe(expected);
  });

  test('comes with the word that says so', () => {
    const [best, next] = candidates('[“We will go,”] said Ann Lee, who met Bo Li in Rome on the way to the house.');
    expect(best).toMatchObject({ words: 'Ann Lee', cue: { from: 14, to: 18 } });
    expect(next).toMatchObject({ words: 'Bo Li', cue: { from: 14, to: 18 } });
  });

  test('is not across a line break from it', () => {
    const [best] = candidates('[“We will go,”] she said.\nBo Li left.');
    expect(best).toMatchObject({ words: 'Bo Li', cue: undefined });
  });

  test('is somebody who speaks already, where only a pronoun says so', () => {
    const links: readonly Link[] = [link('other', 'e0')];
    const written = '[“We will go,”] she said. Over by the door stood [Ann Lee] and [Bo Li].';
    expect(inWords(candidates(written, { links }))[0]).toBe('[Ann Lee]');
  });
});

describe('the candidates', () => {
  test('are each given once for the same words, the nearest', () => {
    const found = candidates('[“We go.”] [Bo Li] and Cy Ek met [Bo Li].');
    expect(inWords(found)).toEqual(['[Bo Li]', 'Cy Ek']);
    expect(found[0]!.span!.id).toBe('e0');
  });

  test('leave out what the span is linked to already, and the span itself', () => {
    const found = candidates('[“We go,”] said [Bo Li] to [Ann Lee].', { links: [link('q', 'e0')] });
    expect(inWords(found)).toEqual(['[Ann Lee]']);
  });

  test('are no days, months, titles or words that only open a sentence', () => {
    expect(inWords(candidates('On Monday in May the Dr left. Taxes rose. [“We go.”] Houses fell in Rome.'))).toEqual([
      'Rome',
    ]);
  });

  test('are no acronyms in a text whose script has no capitals', () => {
    expect(candidates('قال الوزير [«لن ننتظر»]. نشرت NWA ملف PDF.', { language: 'ar' })).toEqual([]);
  });

  test('of the same label are spans only', () => {
    const found = candidates('[Ann Lee] met Bo Li and [Lee].', { type: 'same-as', label: 'entity' });
    expect(inWords(found)).toEqual(['[Lee]']);
  });

  test('are none where the type ends at a label that has no spans and takes no names', () => {
    expect(candidates('[Taxes rose], said Ann Lee.', { type: 'made-in', label: 'claim' })).toEqual([]);
  });

  test('of a span over a whole long text are looked for near its ends only', () => {
    const filler = 'and so on, '.repeat(1_000);
    const text = `Ann Lee said ${filler} Cy Ek ${filler} to Bo Li.`;
    const from = span('q', [[0, text.length]], { label: 'claim' as LabelId });
    const found = candidatesOf(text, 'en', from, [from], [], 'claimant');
    expect(inWords(found).toSorted()).toEqual(['Ann Lee', 'Bo Li']);
  });
});

function link(from: string, to: string): Link {
  return {
    id: `${from} ${to}` as LinkId,
    type: 'speaker' as LinkTypeId,
    from: from as SpanId,
    to: to as SpanId,
    origin: 'hand',
    createdAt: '2024-06-17T09:30:00.000Z',
  };
}
