import { type TextRange } from '#core/text/range.ts';

/**
 * What the line `-DOCSTART-` of our own files tells besides, so that they come back exactly; other tools skip that line. It
 * is written as an address's query is, and so has no white space.
 */
export interface DocumentNote {
  /** The article's id. */
  readonly article: string;
  readonly annotator: string;
  /** What stands before each token and behind the last. */
  readonly gaps: readonly string[];
  /** Tokens that had to be written in another way, by their number. */
  readonly forms: ReadonlyMap<number, string>;
  /** Labels that had to be written in another way, by what is in the tags. */
  readonly labels: ReadonlyMap<string, string>;
  /** First tokens of sentences into which a span goes on. */
  readonly goesOn: ReadonlySet<number>;
}

/** The gaps of a text: what is no token. */
export function gapsOf(text: string, tokens: readonly TextRange[]): readonly string[] {
  const gaps = tokens.map(({ from }, index) => text.slice(tokens[index - 1]?.to ?? 0, from));
  return [...gaps, text.slice(tokens.at(-1)?.to ?? 0)];
}

/** The note as one column. A gap is a full stop where nothing is, `_` for a space, and `*` for one of `space`. */
export function writeNote({ article, annotator, gaps, forms, labels, goesOn }: DocumentNote): string {
  const query = new URLSearchParams({ article, annotator });
  query.append('gaps', gaps.map((gap) => (isOther(gap) ? '*' : gap === '' ? '.' : '_')).join(''));
  for (const gap of gaps.filter(isOther)) query.append('space', gap);
  for (const [index, form] of forms) query.append('form', `${index}:${form}`);
  for (const [written, label] of labels) query.append('label', `${written}:${label}`);
  for (const index of goesOn) query.append('on', String(index));
  return query.toString();
}

/** True for a gap that is neither nothing nor one space. */
function isOther(gap: string): boolean {
  return gap !== '' && gap !== ' ';
}

/** The note in a column, or undefined where the column is something else. */
export function readNote(column: string): DocumentNote | undefined {
  if (!column.startsWith('article=')) return undefined;
  const query = new URLSearchParams(column);
  const spaces = query.getAll('space').values();
  const gaps = Array.from(query.get('gaps') ?? '', (gap) => {
    return gap === '*' ? (spaces.next().value ?? ' ') : gap === '_' ? ' ' : '';
  });
  const pairs = (name: string) => query.getAll(name).map((pair) => /^([^:]*):(.*)$/s.exec(pair) ?? ['', '', '']);
  return {
    article: query.get('article') ?? '',
    annotator: query.get('annotator') ?? '',
    gaps,
    forms: new Map(pairs('form').map(([, index, form]) => [Number(index), form!])),
    labels: new Map(pairs('label').map(([, written, label]) => [written!, label!])),
    goesOn: new Set(query.getAll('on').map(Number)),
  };
}
