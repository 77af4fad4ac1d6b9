/** What XML 1.0 has no way to write: control characters but tab and line ends, two non-characters, halves of characters. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** True where the text has a character that XML cannot hold. */
export function hasForbidden(text: string): boolean {
  return text.search(FORBIDDEN) >= 0;
}

/** The text as XML content: each forbidden character is one space, so that offsets stay; a parser gives back all others. */
export function xmlText(text: string): string {
  return text
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** The text as the value of an attribute in double quotes; a parser would make spaces of bare tabs and line ends. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
