/** A text as an article keeps it, and what had to be changed for that. */
export interface FrozenText {
  readonly text: string;
  readonly original: {
    readonly newline: Newline;
    readonly byteOrderMark: boolean;
    /** Lone surrogates that were replaced by U+FFFD. */
    readonly replaced: number;
  };
}

type Newline = 'none' | 'lf' | 'crlf' | 'cr' | 'mixed';

/**
 * Takes off the byte order mark (all of them, where joined files left several at the start), makes CRLF and lone CR an LF
 * and replaces lone surrogates by U+FFFD. Nothing else changes, and freezing a frozen text changes nothing at all, so that
 * an article's id survives an export and a new import.
 */
export function freezeText(raw: string): FrozenText {
  const unmarked = raw.replace(/^\uFEFF+/, '');
  let replaced = 0;
  const text = unmarked.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, () => {
    replaced += 1;
    return '\uFFFD';
  });
  return {
    text,
    original: { newline: newlineOf(unmarked), byteOrderMark: unmarked.length < raw.length, replaced },
  };
}

function newlineOf(text: string): Newline {
  const found: Newline[] = [];
  if (text.includes('\r\n')) found.push('crlf');
  if (/\r(?!\n)/.test(text)) found.push('cr');
  if (/(?<!\r)\n/.test(text)) found.push('lf');
  return found.length > 1 ? 'mixed' : (found[0] ?? 'none');
}
