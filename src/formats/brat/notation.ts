import { escapeText } from '#formats/exchange/safe-name.ts';

/** The type of a note that an annotator wrote. */
export const NOTE = 'AnnotatorNotes';
/** The type of a note with what only we know of a span or link, as JSON. */
export const OWN = 'Spanmark';
/** The type of a note with a value that is a stretch of the text: `cue 7 11 said`. */
export const RANGE = 'AttributeRange';

/** The file with what annotators are called: the name of a folder on each line, and after a tab the name. */
export const NAMES = 'annotators.conf';

/** Free text for the end of a line; nameFrom gives it back. Line ends, other control characters and white space at its edges are escaped. */
export function lineText(text: string): string {
  return text === '' ? '_x_' : escapeText(text, /\p{Cc}|[\u2028\u2029]|^\s|\s$/gu);
}
