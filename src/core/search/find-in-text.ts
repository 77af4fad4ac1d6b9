import { type Paragraph, paragraphAt } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { type FoldedText } from './fold-text.ts';
import { shortestWindow } from './shortest-window.ts';

/** Words that were found in a text: the stretch that has them, and each of them. Offsets of the original. */
export interface TextHit {
  readonly range: TextRange;
  readonly hits: readonly TextRange[];
}

/**
 * Where the text has all the terms in one paragraph. One term gives a hit for each of its occurrences, several give one hit
 * for each paragraph: the shortest stretch that has them all. Terms are folded and not empty.
 */
export function findInText(
  folded: FoldedText,
  paragraphs: readonly Paragraph[],
  terms: readonly string[],
): readonly TextHit[] {
  // The longest is likely to be the rarest.
  const [longest, ...others] = terms.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return [];
  const places = folded.find(longest).map((range) => folded.toOriginal(range));
  if (others.length === 0) return places.map((range) => ({ range, hits: [range] }));
  const byParagraph = new Map<number, TextRange[]>();
  for (const range of places) {
    const index = paragraphAt(paragraphs, range.from);
    const known = byParagraph.get(index);
    if (known) known.push(range);
    else byParagraph.set(index, [range]);
  }
  const found: TextHit[] = [];
  for (const [index, ranges] of byParagraph) {
    const paragraph = paragraphs[index]!;
    const [from, to] = [folded.toFolded(paragraph.from), folded.toFolded(paragraph.to)];
    const lists = others.map((term) => folded.find(term, from, to).map((range) => folded.toOriginal(range)));
    const window = shortestWindow([ranges, ...lists]);
    if (window) found.push({ range: { from: window.from, to: window.to }, hits: window.hits });
  }
  return found;
}
