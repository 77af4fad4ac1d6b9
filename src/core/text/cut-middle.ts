/**
 * The words; where there are more than `most` UTF-16 code units, `each` of both ends with an ellipsis between them. Half a
 * character at a cut becomes U+FFFD.
 */
export function cutMiddle(words: string, most: number, each: number): string {
  if (words.length <= most) return words;
  return `${words.slice(0, each).toWellFormed()} … ${words.slice(-each).toWellFormed()}`;
}
