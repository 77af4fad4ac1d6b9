import { chooseLanguage } from '#language/languages.ts';
import { loadCatalogue } from '#language/load-catalogue.ts';
import { speak } from '#language/spoken.ts';
import { chosenLanguage } from '#platform/chosen-language.ts';
import '#ui/tokens.css';

/** Texts are constants of modules, so the language is set before any of them is loaded. */
async function main(): Promise<void> {
  const language = chooseLanguage(chosenLanguage(), navigator.languages);
  // Where the texts cannot be loaded, as after an update without a network, English is better than nothing.
  speak(language, await loadCatalogue(language.id).catch(() => undefined));
  document.documentElement.lang = language.id;
  document.documentElement.dir = language.direction;
  await import('./start.tsx');
}

void main();
