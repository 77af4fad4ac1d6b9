import { type Token } from '#formats/exchange/tokens.ts';

/** A token as Prodigy has it; `ws` says that a space follows, which is then in no token. */
export interface ProdigyToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly id: number;
  readonly ws: boolean;
}

/**
 * The tokens together with what is between them, since Prodigy shows nothing else: one space belongs to the token before
 * it, and other white space is a token of its own. `idOf` has the number of each of the given tokens.
 */
export function prodigyTokens(
  text: string,
  tokens: readonly Token[],
): { readonly all: readonly ProdigyToken[]; readonly idOf: readonly number[] } {
  const all: ProdigyToken[] = [];
  const idOf: number[] = [];
  const add = (words: string, start: number, ws: boolean): void => {
    const end = start + Array.from(words).length;
    all.push({ text: words, start, end, id: all.length, ws });
  };
  const addGap = (from: number, to: number, start: number): void => {
    const gap = text.slice(from, to);
    const isSpaceTaken = all.length > 0 && gap.startsWith(' ');
    const rest = isSpaceTaken ? gap.slice(1) : gap;
    if (rest === '') return;
    const ws = rest.length > 1 && rest.endsWith(' ');
    add(ws ? rest.slice(0, -1) : rest, isSpaceTaken ? start + 1 : start, ws);
  };
  let at = 0;
  let point = 0;
  for (const { from, to, start, end, isBeforeSpace } of tokens) {
    addGap(at, from, point);
    idOf.push(all.length);
    add(text.slice(from, to), start, isBeforeSpace);
    at = to;
    point = end;
  }
  addGap(at, text.length, point);
  return { all, idOf };
}
