import { spoken } from '#language/spoken.ts';
import { type Article } from '#core/project/project.ts';
import { type LossLog } from '#formats/exchange/losses.ts';

/** What HTML must not hold: control characters besides TAB and line ends. */
export const FORBIDDEN = /(?![\t\n\r])\p{Control}/gu;

/** The words as HTML that shows just them, in text and in quoted attributes. Each forbidden character becomes a space. */
export function escapeHtml(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The attributes that say which language the page’s own words are in, and which way they run where it is not the usual one. */
export function languageInUse(): string {
  const { id, direction } = spoken().language;
  return ` lang="${id}"${direction === 'rtl' ? ' dir="rtl"' : ''}`;
}

/** Reports each character of an article’s text that escapeHtml replaces. */
export function reportForbidden({ id, text }: Pick<Article, 'id' | 'text'>, losses: LossLog): void {
  for (const [character] of text.matchAll(FORBIDDEN)) {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    losses.add({ reason: 'control-character-replaced', articleId: id, detail: `U+${code}` });
  }
}
