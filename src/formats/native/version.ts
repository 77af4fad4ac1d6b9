/** The value of `format` in every native bundle. */
export const BUNDLE_FORMAT = 'spanmark-bundle';

/** The newest version of the native format; this program writes it and reads the ones before it as well. */
export const BUNDLE_VERSION = 4;

/** Says in each bundle how its offsets count, for people and programs that have only the file. */
export const OFFSETS_NOTE =
  "Half-open. from and to count UTF-16 code units, codePointFrom and codePointTo count Unicode code points, both from the start of the article's text.";
