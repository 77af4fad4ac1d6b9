/** The words of what was copied out of a page or another program as plain text; empty where it has none. */
export async function textOfClipboard(markup: string): Promise<string> {
  const { textOfMarkup } = await import('#importers/html/article-of-page.ts');
  return textOfMarkup(markup).replace(/\n$/, '');
}
