/** What HTML must not hold: control characters besides TAB and line ends. */
export const FORBIDDEN = /(?![\t\n\r])\p{Control}/gu;

/** The words as HTML that shows just them, in text and in quoted attributes. Each forbidden character becomes a space. */
export function escapeHtml(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
