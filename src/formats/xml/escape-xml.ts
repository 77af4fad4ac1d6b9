/** What XML 1.0 cannot hold in any form: most control characters, lone surrogates and two code points that are no characters. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The text with one space for each character that XML 1.0 forbids, so that offsets in UTF-16 code units stay what they are. */
export function cleanForXml(text: string): string {
  return text.replace(FORBIDDEN, ' ');
}

/** The value as it stands between double quotes; tabs and line ends are written as references, since a reader makes them spaces. */
function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** The text as it stands between tags; a carriage return is written as a reference, since a reader drops it. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** The text as CDATA, in two sections where it holds what would end one. It must not hold carriage returns. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** The attributes as they stand in a tag, each after a space. Names must be fit for XML; values must be cleaned. */
export function writeAttributes(attributes: readonly (readonly [name: string, value: string])[]): string {
  return attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
}
