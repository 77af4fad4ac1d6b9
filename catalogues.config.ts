import { type Plugin } from 'vite';
import { type Catalogue } from './src/language/catalogue.ts';
import { withShortKeys } from './src/language/short-key.ts';

const CATALOGUE = /\/src\/language\/catalogues\/\w+\.json$/;

/** Hands catalogues to the page and to workers by short keys: whole English texts as keys were half of them. */
export function catalogues(): Plugin {
  return {
    name: 'spanmark-catalogues',
    enforce: 'pre',
    transform: (code, id) =>
      CATALOGUE.test(id)
        ? { code: JSON.stringify(withShortKeys(JSON.parse(code) as Catalogue)), map: null }
        : undefined,
  };
}
