import { chooseLanguage, findLanguage, type LanguageId } from '#language/languages.ts';
import { loadCatalogue } from '#language/load-catalogue.ts';
import { chosenLanguage, keepLanguage } from '#platform/chosen-language.ts';

/** The language that was chosen in this browser, or `browser` where its own languages decide. */
export type LanguageChoice = LanguageId | 'browser';

/** What was chosen in this browser; `browser` before anything was. */
export function languageChoice(): LanguageChoice {
  return findLanguage(chosenLanguage())?.id ?? 'browser';
}

/** False where the texts of the choice cannot be loaded, as without a network; `wants` are the browser's languages. */
export async function hasTextsOf(choice: LanguageChoice, wants: readonly string[]): Promise<boolean> {
  const { id } = chooseLanguage(choice, wants);
  return loadCatalogue(id).then(
    () => true,
    () => false,
  );
}

/** Keeps the choice for every page that is loaded from now on. False where the browser keeps nothing. */
export function keepLanguageChoice(choice: LanguageChoice): boolean {
  return keepLanguage(choice === 'browser' ? undefined : choice);
}
