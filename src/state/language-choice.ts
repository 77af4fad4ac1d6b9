import { findLanguage, type LanguageId } from '#language/languages.ts';
import { chosenLanguage, keepLanguage } from '#platform/chosen-language.ts';

/** The language that was chosen in this browser, or `browser` where its own languages decide. */
export type LanguageChoice = LanguageId | 'browser';

/** What was chosen in this browser; `browser` before anything was. */
export function languageChoice(): LanguageChoice {
  return findLanguage(chosenLanguage())?.id ?? 'browser';
}

/** Keeps the choice for every page that is loaded from now on. False where the browser keeps nothing. */
export function keepLanguageChoice(choice: LanguageChoice): boolean {
  return keepLanguage(choice === 'browser' ? undefined : choice);
}
