/**
 * The primary subtag of a BCP 47 tag in lower case: 'de-AT' -> 'de'. English stands in for `und` and for what is no tag,
 * so that results never depend on the browser's own language.
 */
export function primaryLanguage(language: string): string {
  const subtag = /^[a-z]{2,3}(?=[-_]|$)/i.exec(language)?.[0].toLowerCase();
  return subtag === undefined || subtag === 'und' ? 'en' : subtag;
}

/**
 * A segmenter for the language, by English rules where the browser does not know it. Give it a few thousand code units at a
 * time: V8 needs time in proportion to the whole string for every segment, 40 seconds for the sentences of 1 MB.
 */
export function segmenterFor(language: string, granularity: 'word' | 'sentence' | 'grapheme'): Intl.Segmenter {
  return new Intl.Segmenter([primaryLanguage(language), 'en'], { granularity });
}
