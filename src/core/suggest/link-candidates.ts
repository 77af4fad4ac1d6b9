import { findLabel, type Label, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkType, mayEndAt } from '#core/labels/link-type.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { extentOf, type Span } from '#core/spans/span.ts';
import { type Paragraph, paragraphAt } from '#core/text/paragraphs.ts';
import { overlaps, type TextRange } from '#core/text/range.ts';
import { namesIn } from './names-in.ts';
import { type SpeechWord, speechWordsNear } from './speech-words-near.ts';

/** A span that a link could end at, or words that a span could be put on first. */
export interface LinkCandidate {
  /** Undefined where the words have no span yet. */
  readonly span: Span | undefined;
  readonly label: Label;
  readonly range: TextRange;
  readonly words: string;
  /** The word beside it that says that something is said, where there is one. */
  readonly cue: TextRange | undefined;
}

/** What candidates are looked for in. */
export interface LinkScene {
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
  readonly layer: Layer;
  readonly labelSet: LabelSet;
}

/** Names that have no span are looked for so many code units before and after the span. */
const REACH = 600;

/** A word of saying farther from a name than this belongs to another. */
const BESIDE = 24;

/**
 * The likely ends of a link of this type from the span, the likeliest first: what stands beside a word of saying outside the
 * span, then what is nearest to it. Of spans with the same words only the nearest is given; names without a span come along
 * where the type ends at a label that takes names.
 */
export function linkCandidates(scene: LinkScene, from: Span, type: LinkType): readonly LinkCandidate[] {
  const speech = speechWordsNear(scene.article, scene.paragraphs, from.ranges);
  const ends = new Set(scene.layer.links.filter((link) => link.type === type.id).map(({ to }) => to));
  const ranked = [...spanCandidates(scene, from, type), ...nameCandidates(scene, from, type)]
    .map((found) => ({ found, cue: cueOf(found, from, speech, scene.article.text) }))
    .filter(({ found, cue }) => cue !== undefined || !found.isUnsure)
    .map(({ found, cue }) => {
      const isKnown = found.span !== undefined && ends.has(found.span.id);
      return { candidate: { ...found, cue: cue?.range }, rank: rankOf(found, from, cue, isKnown) };
    })
    .toSorted((a, b) => a.rank - b.rank || a.candidate.range.from - b.candidate.range.from);
  const seen = new Set<string>();
  return ranked.flatMap(({ candidate }) => {
    const key = `${candidate.label.id} ${candidate.words.toLowerCase()}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const { span, label, range, words, cue } = candidate;
    return [{ span, label, range, words, cue }];
  });
}

interface Found extends Omit<LinkCandidate, 'cue'> {
  /** Words that are a name only where they stand beside a word of saying. */
  readonly isUnsure: boolean;
}

function spanCandidates({ layer, labelSet, article }: LinkScene, from: Span, type: LinkType): readonly Found[] {
  const linked = new Set(
    layer.links.filter((link) => link.type === type.id && link.from === from.id).map(({ to }) => to),
  );
  return layer.spans.flatMap((span) => {
    const label = findLabel(labelSet, span.label);
    if (!label || span.id === from.id || linked.has(span.id) || !mayEndAt(type, label.id)) return [];
    const range = extentOf(span);
    return [{ span, label, range, words: quoteOf(article.text, span), isUnsure: false }];
  });
}

function nameCandidates(scene: LinkScene, from: Span, type: LinkType): readonly Found[] {
  const { article, paragraphs, layer, labelSet } = scene;
  const label = labelSet.labels.find(({ id, smartExtent }) => smartExtent === 'name' && mayEndAt(type, id));
  if (!label || label.id === from.label) return [];
  const extent = extentOf(from);
  const taken = layer.spans.filter((span) => span.label === label.id).flatMap(({ ranges }) => ranges);
  return stretchesAround(article.text, paragraphs, extent).flatMap(({ paragraph, stretch }) =>
    namesIn(article.text, paragraph, stretch, article.language)
      .filter(({ range }) => !taken.some((other) => overlaps(range, other)))
      .map(({ range, isUnsure }) => {
        return { span: undefined, label, range, words: article.text.slice(range.from, range.to), isUnsure };
      }),
  );
}

/** The parts of paragraphs within reach of the span, each with its paragraph; the edges lie between words where they can. */
function stretchesAround(text: string, paragraphs: readonly Paragraph[], { from, to }: TextRange) {
  const start = Math.max(0, from - REACH);
  const end = Math.min(text.length, to + REACH);
  const parts = [];
  for (let index = paragraphAt(paragraphs, start); index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index]!;
    if (paragraph.from > end) break;
    // A long span is read at its ends only.
    for (const [a, b] of [
      [start, Math.min(from + REACH, end)],
      [Math.max(to - REACH, from + REACH), end],
    ] as const) {
      const stretch = { from: edgeBefore(text, paragraph, a), to: edgeBefore(text, paragraph, b) };
      if (stretch.from < stretch.to) parts.push({ paragraph, stretch });
    }
  }
  return parts;
}

/** The offset within the paragraph, moved back to white space so that no word is cut. */
function edgeBefore(text: string, paragraph: Paragraph, offset: number): number {
  let at = Math.max(paragraph.from, Math.min(offset, paragraph.to));
  if (at === paragraph.to) return at;
  while (at > paragraph.from && !/\s/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** The word of saying that the name stands beside, if it does. */
function cueOf(found: Found, from: Span, speech: readonly SpeechWord[], text: string): SpeechWord | undefined {
  if (from.ranges.some((range) => overlaps(range, found.range))) return undefined;
  const near = nearest(speech, found.range);
  if (!near || gap(near.range, found.range) > BESIDE) return undefined;
  // A line break parts a name from the word of saying more than any distance does.
  return hasBreak(text, near.range, found.range) ? undefined : near;
}

/** The lower, the likelier. Without a word of saying, who is such an end already is likelier than who is not. */
function rankOf(found: Found, from: Span, cue: SpeechWord | undefined, isKnown: boolean): number {
  const distance = Math.min(...from.ranges.map((range) => gap(range, found.range)));
  const isInside = from.ranges.some((range) => overlaps(range, found.range));
  const saying = cue ? gap(cue.range, found.range) + cue.distance / 10 : 1_000;
  // What comes after the span is introduced later, so that it is seldom meant by what comes before.
  const isLater = found.range.from > extentOf(from).to;
  return (
    saying + distance / 10 + (isInside ? 500 : 0) - (isKnown ? 30 : 0) + (isLater && !cue ? 20 : 0) + typeRank(found)
  );
}

/** People and organisations say and claim; places, events and works seldom do. */
function typeRank({ span }: Found): number {
  const type = span?.attributes.find(({ id }) => id === 'type')?.value;
  if (type === 'person') return -10;
  return type === 'place' || type === 'event' || type === 'work' ? 40 : 0;
}

function nearest(speech: readonly SpeechWord[], range: TextRange): SpeechWord | undefined {
  return speech.reduce<SpeechWord | undefined>((best, word) => {
    return !best || gap(word.range, range) < gap(best.range, range) ? word : best;
  }, undefined);
}

/** Code units between two ranges; 0 where they touch or overlap. */
function gap(a: TextRange, b: TextRange): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

function hasBreak(text: string, a: TextRange, b: TextRange): boolean {
  return text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from)).includes('\n');
}
