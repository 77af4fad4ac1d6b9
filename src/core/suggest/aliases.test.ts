import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { aliasesOf, type Annotated } from './aliases.ts';
import { wordsOf } from './words-of-span.ts';

function span(text: string, words: string, label = 'entity'): Span {
  const from = text.indexOf(words);
  return {
    id: words as SpanId,
    label: label as LabelId,
    ranges: [{ from, to: from + words.length }],
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: '',
    changedAt: '',
  };
}

/** A text in which these words are marked, and these of them joined by links; `type:from:to`. */
function annotated(text: string, words: readonly string[], joined: readonly string[] = []): Annotated {
  const links = joined.map((written): Link => {
    const [type, from, to] = written.split(':');
    return {
      id: written as LinkId,
      type: type as LinkTypeId,
      from: from as SpanId,
      to: to as SpanId,
      origin: 'hand',
      createdAt: '',
    };
  });
  return { text, layer: { spans: words.map((each) => span(text, each)), links } };
}

const TEXT = 'Averland, the Republic, our\ncountry, they, Teld, Mossford';

test('other names are those that same-as joins, in either direction and over several links', () => {
  const home = annotated(
    TEXT,
    ['Averland', 'the Republic', 'our\ncountry', 'Teld', 'Mossford'],
    ['same-as:the Republic:Averland', 'same-as:the Republic:our\ncountry', 'speaker:Averland:Teld'],
  );
  expect(aliasesOf(span(TEXT, 'Averland'), home, [])).toEqual(['the Republic', 'our country']);
  expect(aliasesOf(span(TEXT, 'our\ncountry'), home, [])).toEqual(['Averland', 'the Republic']);
  expect(aliasesOf(span(TEXT, 'Mossford'), home, [])).toEqual([]);
});

test('in other texts a span with the same label and words stands for it', () => {
  const home = annotated('In  Averland', ['Averland']);
  const other = annotated(TEXT, ['Averland', 'the Republic', 'Teld'], ['same-as:Averland:the Republic']);
  expect(aliasesOf(span(home.text, 'Averland'), home, [other])).toEqual(['the Republic']);
  expect(aliasesOf(span(home.text, 'Averland', 'claim'), home, [other])).toEqual([]);
});

test('a name found in another text does not lead on to a third', () => {
  const home = annotated('Kim', ['Kim']);
  const second = annotated('Kim and the leader', ['Kim', 'the leader'], ['same-as:Kim:the leader']);
  const third = annotated('the leader Ann', ['the leader', 'Ann'], ['same-as:the leader:Ann']);
  expect(aliasesOf(span('Kim', 'Kim'), home, [second, third])).toEqual(['the leader']);
});

test('links that go round end', () => {
  const home = annotated(TEXT, ['Averland', 'Teld'], ['same-as:Averland:Teld', 'same-as:Teld:Averland']);
  expect(aliasesOf(span(TEXT, 'Averland'), home, [])).toEqual(['Teld']);
});

test('the words of an interrupted span are joined by a space', () => {
  const ranges = [
    { from: 0, to: 3 },
    { from: 8, to: 11 },
  ];
  expect(wordsOf('one two 333', { ranges })).toBe('one 333');
});
