import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type SpanId } from '#core/spans/span.ts';
import { linkEndsFor } from './link-ends.ts';
import { spanInWords } from '#state/span-words.ts';
import { openTaxes, rangeOf, type TestTab } from '#state/test-stores.arbitrary.ts';

const [ENTITY, CLAIM, QUOTE] = ['entity', 'claim', 'quote'] as LabelId[];
const SPEAKER = 'speaker' as LinkTypeId;

/** Tags the words and gives back the span's id. */
function add(tab: TestTab, label: LabelId | undefined, words: string): SpanId {
  tab.select(words);
  tab.do().applyLabel(label!);
  return tab.do().selectedId!;
}

/** The links of the open layer as `type: words of one end -> words of the other`. */
function links(tab: TestTab): readonly string[] {
  const { layer, article } = tab.do();
  const words = (id: SpanId): string => {
    const { from, to } = layer.spans.find((span) => span.id === id)!.ranges[0]!;
    return article.text.slice(from, to);
  };
  return layer.links.map(({ type, from, to }) => `${type}: ${words(from)} -> ${words(to)}`);
}

/** Links the span to the first candidate for the typed words. */
function link(tab: TestTab, typed = ''): void {
  const { linking, layer, article, paragraphs } = tab.do();
  const { labelSet } = tab.session.getState().project;
  const from = layer.spans.find(({ id }) => id === linking!.from)!;
  const type = labelSet.linkTypes.find(({ id }) => id === linking!.type)!;
  const [end] = linkEndsFor({ article, paragraphs, layer, labelSet }, from, type, typed);
  const { cue } = end!;
  tab
    .do()
    .linkTo(
      end!.span
        ? { kind: 'span', id: end!.span.id, cue }
        : { kind: 'new', label: end!.label.id, range: end!.range, cue },
    );
}

describe('linking', () => {
  test('to the likeliest end tags it, takes the cue, and is one action', async () => {
    const { tab } = await openTaxes();
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    link(tab);
    expect(links(tab)).toEqual(['speaker: “We 👍🏽 will go,” -> Ann Lee']);
    const quote = tab.do().layer.spans.find(({ label }) => label === QUOTE)!;
    expect(quote.attributes).toEqual([{ id: 'cue', value: rangeOf('said') }]);
    expect(tab.do()).toMatchObject({ linking: undefined, selectedId: quote.id });
    expect(tab.do().notice.text).toBe('Speaker: Ann Lee');
    await tab.do().undo();
    expect(tab.do().layer).toMatchObject({ links: [], spans: [{ label: QUOTE, attributes: [] }] });
    await tab.do().redo();
    expect(links(tab)).toEqual(['speaker: “We 👍🏽 will go,” -> Ann Lee']);
  });

  test('survives a reload, and undo goes on', async () => {
    const { tab, browser } = await openTaxes();
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    link(tab);
    await tab.do().settled();
    tab.close();
    const later = await browser.openTab();
    await later.open('Taxes');
    expect(links(later)).toEqual(['speaker: “We 👍🏽 will go,” -> Ann Lee']);
    await later.do().undo();
    expect(later.do().layer.links).toEqual([]);
  });

  test('to a span that is there makes no other', async () => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, 'Ann Lee');
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    link(tab);
    expect(tab.do().layer.spans).toHaveLength(2);
    expect(links(tab)).toEqual(['speaker: “We 👍🏽 will go,” -> Ann Lee']);
  });

  test('to words that are typed gives them a span', async () => {
    const { tab } = await openTaxes();
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    link(tab, 'TAXES');
    expect(links(tab)).toEqual(['speaker: “We 👍🏽 will go,” -> Taxes']);
  });

  test.each([
    ['the start of a word takes the word', 'par', ['Paris']],
    ['some words take all that they touch', 'bo l', ['Bo Li']],
    ['what lies inside a word finds nothing', 'axes', []],
    ['what is nowhere finds nothing', 'nobody', []],
  ])('to words that are typed: %s', async (_, typed, expected) => {
    const { tab } = await openTaxes();
    const id = add(tab, QUOTE, '“We 👍🏽 will go,”');
    const { layer, article, paragraphs } = tab.do();
    const { labelSet } = tab.session.getState().project;
    const from = layer.spans.find((span) => span.id === id)!;
    const ends = linkEndsFor({ article, paragraphs, layer, labelSet }, from, labelSet.linkTypes[0]!, typed);
    expect(ends.map(({ words }) => words)).toEqual(expected);
  });

  test('a second time by a type that is single puts the new link in place of the old', async () => {
    const { tab } = await openTaxes();
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    link(tab);
    tab.do().startLinking();
    link(tab, 'Bo Li');
    expect(links(tab)).toEqual(['speaker: “We 👍🏽 will go,” -> Bo Li']);
  });

  test('a second time by a type that is not single adds a link', async () => {
    const { tab } = await openTaxes();
    for (const words of ['Rome', 'Paris']) add(tab, ENTITY, words);
    add(tab, ENTITY, 'Ann Lee');
    for (const words of ['Rome', 'Paris']) {
      tab.do().startLinking();
      link(tab, words);
    }
    expect(links(tab)).toEqual(['same-as: Ann Lee -> Rome', 'same-as: Ann Lee -> Paris']);
  });

  test('takes the type that the span still needs first, then the one that is asked for', async () => {
    const { tab } = await openTaxes();
    add(tab, CLAIM, 'Taxes rose 4% in May.');
    tab.do().startLinking();
    expect(tab.do().linking?.type).toBe('claimant');
    tab.do().startLinking('made-in' as LinkTypeId);
    expect(tab.do().linking?.type).toBe('made-in');
  });

  test('ends at the span that is clicked, and refuses one of a label that the type does not allow', async () => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, 'Rome');
    add(tab, CLAIM, 'Taxes rose 4% in May.');
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    tab.do().clickAt(rangeOf('rose').from, false);
    expect(tab.do().notice.text).toBe('There is no span here that Speaker can end at.');
    expect(tab.do().linking).toBeDefined();
    tab.do().clickAt(rangeOf('Rome').from + 1, false);
    expect(links(tab)).toEqual(['speaker: “We 👍🏽 will go,” -> Rome']);
  });

  test.each([
    [
      'itself',
      (tab: TestTab, quote: SpanId) => tab.do().linkTo({ kind: 'span', id: quote }),
      'A span cannot be linked to itself.',
    ],
    [
      'a label that may not be its end',
      (tab: TestTab) =>
        tab.do().linkTo({ kind: 'span', id: tab.do().layer.spans.find(({ label }) => label === CLAIM)!.id }),
      'Speaker ends at Entity, not at Claim.',
    ],
  ])('to %s is refused with a reason', async (_, act, sentence) => {
    const { tab } = await openTaxes();
    add(tab, CLAIM, 'Taxes rose 4% in May.');
    const quote = add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    act(tab, quote);
    expect(tab.do().notice.text).toBe(sentence);
    expect(tab.do().layer.links).toEqual([]);
  });

  test('without a span, or from a label that no type starts at, says so', async () => {
    const { tab } = await openTaxes();
    tab.do().startLinking();
    expect(tab.do().notice.text).toBe('Select a span first, then link it.');
    tab.session.setState({
      project: {
        ...tab.session.getState().project,
        labelSet: { ...tab.session.getState().project.labelSet, linkTypes: [] },
      },
    });
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    expect(tab.do().notice.text).toBe('No link type starts at Quote.');
  });

  test('ends without a link by Esc, and nothing else is put down', async () => {
    const { tab } = await openTaxes();
    const quote = add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    expect(tab.do().escape()).toBe(true);
    expect(tab.do()).toMatchObject({ linking: undefined, selectedId: quote });
  });
});

describe('a linked span', () => {
  test('goes with its links, and comes back with them', async () => {
    const { tab } = await openTaxes();
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    link(tab);
    const entity = tab.do().layer.spans.find(({ label }) => label === ENTITY)!;
    tab.do().deleteSpan(entity.id);
    expect(tab.do().layer.links).toEqual([]);
    await tab.do().undo();
    expect(links(tab)).toEqual(['speaker: “We 👍🏽 will go,” -> Ann Lee']);
  });

  test('keeps what another label can have when it is relabelled, and tells what went', async () => {
    const { tab } = await openTaxes();
    const quote = add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking();
    link(tab);
    tab.do().relabel(quote, CLAIM!);
    expect(tab.do().layer).toMatchObject({ links: [] });
    expect(tab.do().layer.spans.find(({ id }) => id === quote)).toMatchObject({ label: CLAIM, attributes: [] });
    expect(tab.do().notice.text).toBe('Changed to Claim. What it cannot have went: a link and a value.');
    await tab.do().undo();
    expect(links(tab)).toHaveLength(1);
  });

  test('can lose a link alone', async () => {
    const { tab } = await openTaxes();
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.do().startLinking(SPEAKER);
    link(tab);
    tab.do().removeLink(tab.do().layer.links[0]!.id);
    expect(tab.do().layer).toMatchObject({ links: [], spans: [{}, {}] });
    expect(tab.do().notice.text).toBe('Speaker: link deleted.');
  });

  test('is told in words, with what is missing', async () => {
    const { tab } = await openTaxes();
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    const { labelSet } = tab.session.getState().project;
    const told = (label: LabelId) => {
      const { layer, article } = tab.do();
      return spanInWords(
        labelSet,
        layer,
        layer.spans.find((span) => span.label === label)!,
        article.text,
      );
    };
    expect(told(QUOTE!)).toEqual({ told: [], missing: ['no speaker'] });
    tab.do().startLinking();
    link(tab);
    expect(told(QUOTE!)).toEqual({ told: ['Cue: said', 'Speaker: Ann Lee'], missing: [] });
    expect(told(ENTITY!)).toEqual({ told: ['Speaker of: “We 👍🏽 will go,”'], missing: [] });
  });
});

describe('an attribute', () => {
  const TYPE = 'type' as AttributeId;

  test('is set by its letter, and taken away by the same letter', async () => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, 'Ann Lee');
    expect(tab.do().applyValueKey('p')).toBe(true);
    expect(tab.do().layer.spans[0]!.attributes).toEqual([{ id: 'type', value: 'person' }]);
    expect(tab.do().notice.text).toBe('Type: Person.');
    tab.do().applyValueKey('o');
    expect(tab.do().layer.spans[0]!.attributes).toEqual([{ id: 'type', value: 'organisation' }]);
    tab.do().applyValueKey('o');
    expect(tab.do().layer.spans[0]!.attributes).toEqual([]);
    expect(tab.do().notice.text).toBe('Type: nothing.');
  });

  test('is not set by a letter that the label does not have, or without a span', async () => {
    const { tab } = await openTaxes();
    expect(tab.do().applyValueKey('p')).toBe(false);
    add(tab, CLAIM, 'Taxes rose 4% in May.');
    expect(tab.do().applyValueKey('p')).toBe(false);
    expect(tab.do().layer.spans[0]!.attributes).toEqual([]);
  });

  test('refuses a value that it does not list', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Ann Lee');
    tab.do().setAttribute(id, TYPE, 'planet');
    expect(tab.do().layer.spans[0]!.attributes).toEqual([]);
    expect(tab.do().notice.text).toBe('Type cannot be that.');
  });

  test('of text is trimmed, and an empty text is none', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Ann Lee');
    const wikidata = 'wikidata' as AttributeId;
    tab.do().setAttribute(id, wikidata, '  Q42 ');
    expect(tab.do().layer.spans[0]!.attributes).toEqual([{ id: 'wikidata', value: 'Q42' }]);
    const { number } = tab.do();
    tab.do().setAttribute(id, wikidata, 'Q42');
    expect(tab.do().number).toBe(number);
    tab.do().setAttribute(id, wikidata, '  ');
    expect(tab.do().layer.spans[0]!.attributes).toEqual([]);
  });

  test('of words takes the selection, or the word at the caret, for the span selected last', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.caretIn('said');
    tab.do().takeWords();
    expect(tab.do().layer.spans[0]!.attributes).toEqual([{ id: 'cue', value: rangeOf('said') }]);
    tab.select('said Ann');
    tab.do().takeWords();
    expect(tab.do()).toMatchObject({ selectedId: id, notice: { text: 'Cue: said Ann.' } });
  });

  test('of words takes them for the attribute that is named, where the label has several', async () => {
    const { tab } = await openTaxes();
    const { project } = tab.session.getState();
    const source = 'source' as AttributeId;
    const labels = project.labelSet.labels.map((label) => {
      const cue = label.attributes.find(({ kind }) => kind === 'range');
      return cue ? { ...label, attributes: [...label.attributes, { ...cue, id: source, name: 'Source' }] } : label;
    });
    tab.session.setState({ project: { ...project, labelSet: { ...project.labelSet, labels } } });
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.select('said Ann');
    tab.do().takeWords(source);
    expect(tab.do().layer.spans[0]!.attributes).toEqual([{ id: source, value: rangeOf('said Ann') }]);
  });
});

test('spans of a label that may not overlap itself are kept apart', async () => {
  const { tab } = await openTaxes();
  const { project } = tab.session.getState();
  const labels = project.labelSet.labels.map((label) => ({ ...label, overlapsItself: label.id !== ENTITY }));
  tab.session.setState({ project: { ...project, labelSet: { ...project.labelSet, labels } } });
  const lee = add(tab, ENTITY, 'Ann Lee');
  add(tab, ENTITY, 'Lee from Rome');
  expect(tab.do().notice.text).toBe('Spans of Entity may not overlap, and some of these words have one.');
  const claim = add(tab, CLAIM, 'Lee from Rome');
  tab.do().relabel(claim, ENTITY!);
  expect(tab.do().layer.spans.map(({ label }) => label)).toEqual([ENTITY, CLAIM]);
  add(tab, ENTITY, 'from Rome');
  tab.do().setBoundary(lee, 0, 'to', rangeOf('Rome').to);
  expect(tab.do().layer.spans.find(({ id }) => id === lee)!.ranges).toEqual([rangeOf('Ann Lee')]);
});

test('walking to a span tells what is said about it, for those who hear it', async () => {
  const { tab } = await openTaxes();
  add(tab, QUOTE, '“We 👍🏽 will go,”');
  tab.do().startLinking();
  link(tab);
  tab.do().select({ anchor: 0, head: 0 });
  tab.do().walk(1);
  expect(tab.do().notice).toMatchObject({
    text: 'Quote: “We 👍🏽 will go,”. Cue: said. Speaker: Ann Lee',
    isQuiet: true,
  });
  tab.do().removeLink(tab.do().layer.links[0]!.id);
  tab.do().select({ anchor: 0, head: 0 });
  tab.do().walk(1);
  expect(tab.do().notice.text).toBe('Quote: “We 👍🏽 will go,”. Cue: said. no speaker');
});
