import { chooseLanguage } from '#language/languages.ts';
import { loadCatalogue } from '#language/load-catalogue.ts';
import { speak } from '#language/spoken.ts';
import { t } from '#language/t.ts';
import { chosenLanguage } from '#platform/chosen-language.ts';
import '#ui/tokens.css';

/** Texts are constants of modules, so the language is set before any of them is loaded. */
async function main(): Promise<void> {
  const wanted = chooseLanguage(chosenLanguage(), navigator.languages);
  const catalogue = await loadCatalogue(wanted.id).catch(() => 'not loaded' as const);
  // Where the texts cannot be loaded, as after an update without a network, English is better than nothing.
  const isThere = catalogue !== 'not loaded';
  const language = isThere ? wanted : chooseLanguage('en', []);
  speak(language, isThere ? catalogue : undefined);
  document.documentElement.lang = language.id;
  document.documentElement.dir = language.direction;
  await import('./start.tsx');
}

/** Without the app there is nothing to draw with, and a page must not stay blank: its parts were not delivered. */
function sayThatItFailed(error: unknown): void {
  const place = document.createElement('main');
  place.className = 'not-loaded';
  const heading = document.createElement('h1');
  heading.textContent = 'Spanmark';
  const message = document.createElement('p');
  message.role = 'alert';
  message.textContent = `${t`Spanmark could not be loaded. See whether there is a network, then reload the page. Nothing stored is lost.`} (${String(error)})`;
  const again = document.createElement('button');
  again.textContent = t`Reload`;
  again.addEventListener('click', () => {
    location.reload();
  });
  place.append(heading, message, again);
  document.querySelector('#app')!.replaceChildren(place);
}

main().catch(sayThatItFailed);
