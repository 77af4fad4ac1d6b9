/** Longest title that is made from a line, in what readers see as characters. */
const MAX_TITLE_CHARACTERS = 80;

/** No line is looked at further than this many UTF-16 code units: what titles may have at most. */
const MAX_LINE_UNITS = 2_000;

/**
 * A title for a text that has none: the first `# Heading` of a Markdown file, else the first line that is not empty, cut at a
 * word's end to at most 80 characters with an ellipsis; empty where the text has no such line. Never cuts a character.
 */
export function guessTitle(text: string, isMarkdown: boolean): string {
  const heading = isMarkdown ? /^ {0,3}#[ \t]+(\S.*)$/m.exec(text)?.[1]?.replace(/[ \t]+#+[ \t]*$/, '') : undefined;
  const line = heading ?? /\S.*/.exec(text)?.[0] ?? '';
  return shorten(line);
}

function shorten(line: string): string {
  const plain = line
    .slice(0, MAX_LINE_UNITS)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  const starts: number[] = [];
  for (const { index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(plain)) {
    starts.push(index);
    if (starts.length > MAX_TITLE_CHARACTERS) break;
  }
  if (starts.length <= MAX_TITLE_CHARACTERS) return plain;
  // One character is left for the ellipsis.
  const cut = plain.slice(0, starts[MAX_TITLE_CHARACTERS - 1]);
  const isWordEnd = plain.charAt(cut.length) === ' ';
  const lastSpace = cut.lastIndexOf(' ');
  // Scripts without spaces, and lines with one very long word, are cut between characters.
  const whole = isWordEnd || lastSpace < cut.length / 2 ? cut : cut.slice(0, lastSpace);
  return `${whole.trimEnd()}…`;
}
