/** A language of the interface. */
export interface Language {
  /** BCP 47, the language alone. */
  readonly id: LanguageId;
  /** BCP 47 with a region where that decides how dates and numbers are written. */
  readonly locale: string;
  /** In the language itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

export type LanguageId = 'en' | 'de' | 'ar';

/** What the texts in the code are written in. */
export const ENGLISH: Language = { id: 'en', locale: 'en-GB', name: 'English', direction: 'ltr' };

/** Every language of the interface, in the order in which they are offered. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  { id: 'de', locale: 'de-DE', name: 'Deutsch', direction: 'ltr' },
  { id: 'ar', locale: 'ar', name: 'العربية', direction: 'rtl' },
];

/** The language with this id, or undefined. */
export function findLanguage(id: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language.id === id);
}

/** The language that was `chosen`, else the first of those the reader `wants` (BCP 47) that there is, else English. */
export function chooseLanguage(chosen: string | undefined, wants: readonly string[]): Language {
  const wanted = wants.map((tag) => findLanguage(tag.split('-')[0]!.toLowerCase()));
  return findLanguage(chosen) ?? wanted.find((language) => language !== undefined) ?? ENGLISH;
}
