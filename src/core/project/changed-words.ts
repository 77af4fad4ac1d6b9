import { type Guidelines } from './guidelines.ts';

/** How many words one version has that another has not. */
export interface ChangedWords {
  readonly added: number;
  readonly removed: number;
}

/**
 * Words that came and went between two versions, texts, examples and comments together. A word that only moved counts as
 * neither. Takes time proportional to both.
 */
export function changedWords(before: Guidelines, after: Guidelines): ChangedWords {
  const counts = new Map<string, number>();
  for (const word of wordsOf(after)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of wordsOf(before)) counts.set(word, (counts.get(word) ?? 0) - 1);
  let added = 0;
  let removed = 0;
  for (const count of counts.values()) {
    if (count > 0) added += count;
    else removed -= count;
  }
  return { added, removed };
}

function* wordsOf({ text, labels }: Guidelines): Generator<string> {
  yield* wordsIn(text);
  for (const guideline of labels) {
    yield* wordsIn(guideline.text);
    for (const { quote, comment } of guideline.examples) {
      yield* wordsIn(quote);
      yield* wordsIn(comment);
    }
  }
}

function* wordsIn(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) yield word;
}
