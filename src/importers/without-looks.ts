/**
 * Markup without scripts but those that hold data, without style sheets, and without styles of single elements: an element that
 * one of them hides is told to be hidden instead. The policy of the page would complain of each of them, though no document
 * that nothing shows would ever use it.
 */
export function withoutLooks(markup: string): string {
  const bare = without(
    without(markup, /<script\b/gi, /<\/script\s*>/i, /^[^>]*ld\+json/i),
    /<style\b/gi,
    /<\/style\s*>/i,
  );
  return bare.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(STYLE, hiddenInstead));
}

const STYLE = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;

function hiddenInstead(_: string, ...values: readonly (string | undefined)[]): string {
  const style = values.slice(0, 3).join('');
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) ? ' hidden=""' : '';
}

/** Each stretch from a start to the end after it is taken out, unless it begins with `kept`; each is looked at once. */
function without(markup: string, start: RegExp, end: RegExp, kept?: RegExp): string {
  const starts = [...markup.matchAll(start)];
  if (starts.length === 0) return markup;
  const parts = [markup.slice(0, starts[0]!.index)];
  for (const [index, match] of starts.entries()) {
    const part = markup.slice(match.index, starts[index + 1]?.index ?? markup.length);
    const close = end.exec(part);
    if (kept?.test(part.slice(match[0].length))) parts.push(part);
    else if (close) parts.push(part.slice(close.index + close[0].length));
  }
  return parts.join('');
}
