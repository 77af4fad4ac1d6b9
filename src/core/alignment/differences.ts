import { type AttributeId, type AttributeValue } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { attributeOf, extentOf, plainAttributes } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { countWords } from '#core/text/count-words.ts';
import { type Paragraph } from '#core/text/paragraphs.ts';
import { rangesWithout, sameRange, type TextRange } from '#core/text/range.ts';
import { snapToWords, trimRange } from '#core/text/words.ts';
import { type GroupLink, isSameArrow } from './group-links.ts';
import { type Proposal } from './proposals.ts';

/** One of two proposals, or the other. */
export type Side = 'one' | 'other';

/** A stretch of text that one proposal includes and the other does not. */
export interface PieceDifference {
  readonly includedBy: Side;
  /** Before all that the other includes, after it, or between. */
  readonly place: 'start' | 'end' | 'inside';
  readonly range: TextRange;
  /** Its text without white space at the ends. */
  readonly text: string;
  /** `marks` is punctuation and symbols only, `space` white space only. */
  readonly content: 'words' | 'marks' | 'space';
  /** How many words it has; 0 unless it has any. */
  readonly words: number;
  /** An edge of it is inside a word. */
  readonly cutsWord: boolean;
}

/** What the proposals hold for an attribute, undefined for nothing. */
export interface AttributeDifference {
  readonly id: AttributeId;
  readonly one: AttributeValue | undefined;
  readonly other: AttributeValue | undefined;
}

/** A link that only one of the proposals has. */
export interface LinkDifference {
  readonly includedBy: Side;
  readonly link: GroupLink;
}

/** All that two proposals do not have in common; `label` is undefined where it is the same. */
export interface ProposalDifferences {
  readonly pieces: readonly PieceDifference[];
  readonly label: { readonly one: LabelId; readonly other: LabelId } | undefined;
  readonly attributes: readonly AttributeDifference[];
  readonly links: readonly LinkDifference[];
}

/** An article's text, with what is needed to find words in it. */
export interface ReadableText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly language: string;
}

/** How two proposals of a group differ, in values that can be put in words: pieces in the order of the text. */
export function differencesBetween(one: Proposal, other: Proposal, article: ReadableText): ProposalDifferences {
  const pieces = [...piecesOf('one', one, other, article), ...piecesOf('other', other, one, article)];
  return {
    pieces: pieces.toSorted((a, b) => a.range.from - b.range.from),
    label: one.label === other.label ? undefined : { one: one.label, other: other.label },
    attributes: differentAttributes(one, other),
    links: [...linksOnlyOf('one', one, other), ...linksOnlyOf('other', other, one)],
  };
}

function piecesOf(includedBy: Side, has: Proposal, lacks: Proposal, article: ReadableText): readonly PieceDifference[] {
  const { from, to } = extentOf(lacks);
  return rangesWithout(has.ranges, lacks.ranges).map((range) => {
    const place = range.to <= from ? 'start' : range.from >= to ? 'end' : 'inside';
    return { includedBy, place, range, ...contentOf(range, article) };
  });
}

function contentOf(
  range: TextRange,
  { text, paragraphs, language }: ReadableText,
): Pick<PieceDifference, 'text' | 'content' | 'words' | 'cutsWord'> {
  const trimmed = trimRange(text, range);
  if (!trimmed) return { text: '', content: 'space', words: 0, cutsWord: false };
  const written = text.slice(trimmed.from, trimmed.to);
  const words = countWords(written, language);
  const cutsWord = !sameRange(trimmed, snapToWords(text, paragraphs, trimmed, language)!);
  return { text: written, content: words > 0 ? 'words' : 'marks', words, cutsWord };
}

function differentAttributes(one: Proposal, other: Proposal): readonly AttributeDifference[] {
  const ids = new Set([...one.attributes, ...other.attributes].map(({ id }) => id));
  return [...ids].toSorted(compareText).flatMap((id) => {
    const difference = { id, one: attributeOf(one, id), other: attributeOf(other, id) };
    return isSameValue(id, difference.one, difference.other) ? [] : [difference];
  });
}

function isSameValue(id: AttributeId, one: AttributeValue | undefined, other: AttributeValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const [a, b] = [one, other].map((value) => JSON.stringify(plainAttributes([{ id, value }])));
  return a === b;
}

function linksOnlyOf(includedBy: Side, has: Proposal, lacks: Proposal): readonly LinkDifference[] {
  return has.links
    .filter((link) => !lacks.links.some((other) => isSameArrow(link, other)))
    .map((link) => ({ includedBy, link }));
}
