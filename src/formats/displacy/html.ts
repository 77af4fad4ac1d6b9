/** What HTML must not hold: control characters besides TAB and line ends. */
export const FORBIDDEN = /[\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** The words as HTML that shows just them, in text and in quoted attributes. Each forbidden character becomes a space. */
export function escapeHtml(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
