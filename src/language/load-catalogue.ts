import { type Catalogue } from './catalogue.ts';
import { type LanguageId } from './languages.ts';

/** The texts of a language, undefined for English, whose texts are in the code. */
export async function loadCatalogue(id: LanguageId): Promise<Catalogue | undefined> {
  switch (id) {
    case 'en':
      return undefined;
    case 'de':
      return (await import('./catalogues/de.json')).default;
    case 'ar':
      return (await import('./catalogues/ar.json')).default;
  }
}
