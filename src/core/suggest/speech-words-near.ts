import { type Article } from '#core/project/project.ts';
import { type Paragraph, paragraphAt } from '#core/text/paragraphs.ts';
import { overlaps, type TextRange } from '#core/text/range.ts';
import { wordsBetween } from '#core/text/word-pieces.ts';
import { isSpeechWord } from './speech-verbs.ts';

/** A word that says that something is said. */
export interface SpeechWord {
  readonly range: TextRange;
  /** Code units between it and the nearest of the ranges it was looked for near. */
  readonly distance: number;
}

/** A word of saying farther from a quote than this belongs to another quote. */
const REACH = 200;

/** The words of saying outside the ranges and near them, the nearest first; they lie in the paragraphs of the ranges. */
export function speechWordsNear(
  { text, language }: Article,
  paragraphs: readonly Paragraph[],
  ranges: readonly TextRange[],
): readonly SpeechWord[] {
  const found = new Map<number, SpeechWord>();
  for (const range of ranges) {
    const first = paragraphs[paragraphAt(paragraphs, range.from)]!;
    const last = paragraphs[paragraphAt(paragraphs, range.to)]!;
    const sides = [
      { from: Math.max(first.from, range.from - REACH), to: range.from },
      { from: range.to, to: Math.min(last.to, range.to + REACH) },
    ];
    for (const side of sides) {
      for (const { from, to } of wordsBetween(text, side.from, side.to, language)) {
        const word = { from, to };
        if (!isSpeechWord(text.slice(from, to), language) || ranges.some((each) => overlaps(each, word))) continue;
        const distance = Math.max(0, range.from - to, from - range.to);
        const known = found.get(from);
        if (!known || distance < known.distance) found.set(from, { range: word, distance });
      }
    }
  }
  return [...found.values()].toSorted((a, b) => a.distance - b.distance || a.range.from - b.range.from);
}
