/** The words as they may stand in HTML and XML, between tags and in attributes with quotation marks. */
export function escapeMarkup(words: string): string {
  return (
    words
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      // No XML may hold these, not even escaped.
      .replaceAll(/\p{Cc}|[\uFFFE\uFFFF]/gu, (one) => ('\t\n\r'.includes(one) ? one : '\uFFFD'))
      .toWellFormed()
  );
}
