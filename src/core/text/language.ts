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
  const locale = primaryLanguage(language);
  const name = `${locale} ${granularity}`;
  const known = segmenters.get(name);
  if (known) return known;
  const made = new Intl.Segmenter([locale, 'en'], { granularity });
  // A library has articles in a few languages; a file with thousands of made-up ones is not remembered.
  if (segmenters.size < 100) segmenters.set(name, made);
  return made;
}

/** Making a segmenter takes as long as asking it about some sentences, and it does not change. */
const segmenters = new Map<string, Intl.Segmenter>();
