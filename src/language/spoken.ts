import { type Catalogue } from './catalogue.ts';
import { ENGLISH, type Language } from './languages.ts';

/** The language in use, and its texts unless they are those in the code. */
export interface Spoken {
  readonly language: Language;
  /** By short keys, as `counts`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<string, Catalogue['counts'][string]>;
  /** What was found in `texts` already, by the places in the code that say it. */
  readonly found: WeakMap<readonly string[], Pattern>;
}

/** Parts of a text, and which value comes after each but the last. */
export interface Pattern {
  readonly parts: readonly string[];
  readonly order: readonly number[];
}

const IN_ENGLISH: Spoken = { language: ENGLISH, texts: new Map(), counts: new Map(), found: new WeakMap() };

/**
 * The one thing in this program that is set once for all of it: texts are constants of modules as often as parts of what
 * is drawn, and a language handed to each of them would be a parameter of nearly every function.
 */
const held: { spoken: Spoken } = { spoken: IN_ENGLISH };

/** The language in use. */
export function spoken(): Spoken {
  return held.spoken;
}

/** Sets the language of a page or a worker, with a catalogue by short keys. To be called before any module is loaded that has texts, and then never again. */
export function speak(language: Language, catalogue: Catalogue | undefined): void {
  held.spoken = catalogue
    ? {
        language,
        texts: new Map(Object.entries(catalogue.texts)),
        counts: new Map(Object.entries(catalogue.counts)),
        found: new WeakMap(),
      }
    : { ...IN_ENGLISH, language };
}
