/** The words, with an ellipsis in the place of what is behind `most` UTF-16 code units; half a character at the cut becomes U+FFFD. */
export function cutBehind(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most).toWellFormed()}…` : words;
}
