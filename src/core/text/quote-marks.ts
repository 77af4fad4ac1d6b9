import { type TextRange } from './range.ts';
import { codePointAfter, codePointBefore, isLetter, isLetterOrNumber, isWhiteSpace } from './code-points.ts';

/** What a mark does: open a quotation of its kind, close the innermost one of these kinds, or nothing. */
export type MarkRole = 'opens' | readonly string[] | undefined;

/** Finds everything that can be a quotation mark; a new one each time, for it keeps its place. */
export function markPattern(): RegExp {
  return /["“”„«»‘’‚'‹›「」『』]/g;
}

/** The kinds, named by their opening marks, that also serve as apostrophes or accents: left open they mean nothing. */
export function isSingle(kind: string): boolean {
  return kind === "'" || kind === '‘' || kind === '‚';
}

/** What the marks before the one in question leave. */
interface MarkContext {
  readonly text: string;
  readonly paragraph: TextRange;
  /** True where a quotation of this kind is open. */
  readonly isOpen: (kind: string) => boolean;
  /** End of the last opening mark; the next mark may follow it at once. */
  readonly afterOpening: number;
}

/** How each of markPattern's marks is read. */
const READERS: Readonly<Record<string, (context: MarkContext, at: number) => MarkRole>> = {
  '"': roleOfStraight,
  '“': roleOfUpper,
  '”': (context, at) => {
    if (['“', '„', '”'].some(context.isOpen)) return ['“', '„', '”'];
    return opensAt(context, at) ? 'opens' : undefined;
  },
  '„': () => 'opens',
  '«': (context, at) => roleOfLeftArrow(context, at, '»'),
  '»': (context, at) => roleOfRightArrow(context, at, '«', '»'),
  '‹': (context, at) => roleOfLeftArrow(context, at, '›'),
  '›': (context, at) => roleOfRightArrow(context, at, '‹', '›'),
  '‘': (context, at) => {
    if (opensAt(context, at) && !isClipped(context.text, at)) return 'opens';
    return context.isOpen('‚') ? ['‚'] : undefined;
  },
  '’': (context, at) => roleOfApostrophe(context, at, '’'),
  "'": (context, at) => roleOfApostrophe(context, at, "'"),
  '‚': (context, at) => (opensAt(context, at) ? 'opens' : undefined),
  '「': () => 'opens',
  '」': () => ['「'],
  '『': () => 'opens',
  '』': () => ['『'],
};

/**
 * What the mark at the offset does there, from the characters beside it and what is open. Straight marks, and those that
 * languages use in opposite directions (German “, » and «), go by position; apostrophes and Hebrew gershayim do nothing.
 */
export function roleOf(context: MarkContext, at: number): MarkRole {
  return READERS[context.text.charAt(at)]?.(context, at);
}

/** “ opens in English and closes what „ opened in German. */
function roleOfUpper(context: MarkContext, at: number): MarkRole {
  if (opensAt(context, at)) return 'opens';
  if (context.isOpen('„')) return ['„'];
  return isFollowedByText(context, at) ? 'opens' : undefined;
}

function roleOfStraight(context: MarkContext, at: number): MarkRole {
  const { text, isOpen } = context;
  if (opensAt(context, at)) return 'opens';
  const before = codePointBefore(text, at);
  const after = codePointAfter(text, at + 1);
  if (isHebrew(before) && isHebrew(after))
    return opensAfterHebrewPrefix(text, at) && !isOpen('"') ? 'opens' : undefined;
  if (isOpen('"')) return ['"'];
  // A space was forgotten, or the script has none: said:"Yes", 他说"好".
  const glued = /^[\p{Lo}\u0640:,;=]$/u.test(before) && isLetterOrNumber(after);
  return glued ? 'opens' : undefined;
}

/** « opens in French, and closes in German, where it follows the last word at once. */
function roleOfLeftArrow(context: MarkContext, at: number, germanKind: string): MarkRole {
  const afterSpace = at === context.paragraph.from || isWhiteSpace(codePointBefore(context.text, at));
  if (!afterSpace && context.isOpen(germanKind)) return [germanKind];
  return at + 1 < context.paragraph.to ? 'opens' : undefined;
}

/** » closes in French, often after a space, and opens in German, where the first word follows at once. */
function roleOfRightArrow(context: MarkContext, at: number, frenchKind: string, mark: string): MarkRole {
  if (context.isOpen(frenchKind)) return [frenchKind];
  if (opensAt(context, at)) return 'opens';
  // Swedish and Finnish books have »…».
  return context.isOpen(mark) ? [mark] : undefined;
}

function roleOfApostrophe(context: MarkContext, at: number, mark: string): MarkRole {
  const { text, isOpen } = context;
  const before = codePointBefore(text, at);
  const after = codePointAfter(text, at + 1);
  if (isLetterOrNumber(before) && isLetterOrNumber(after)) return undefined;
  if (mark === "'" && opensAt(context, at)) return isClipped(text, at) ? undefined : 'opens';
  const kinds = mark === "'" ? ["'"] : ['‘', '‚'];
  if (!kinds.some(isOpen) || !closesAt(context, at) || isPluralPossessive(context, at, mark)) return undefined;
  return kinds;
}

/** At the start of a paragraph or after a space, bracket, dash or another opening mark, and with text after it. */
function opensAt(context: MarkContext, at: number): boolean {
  const before = codePointBefore(context.text, at);
  const free = at === context.paragraph.from || at === context.afterOpening || /^[\s([{<*_/|¡¿\p{Pd}]$/u.test(before);
  return free && isFollowedByText(context, at);
}

function isFollowedByText({ text, paragraph }: MarkContext, at: number): boolean {
  const after = codePointAfter(text, at + 1);
  if (at + 1 >= paragraph.to || /^[\s,;:!?)\]}]$/u.test(after)) return false;
  return after !== '.' || text.charAt(at + 2) === '.';
}

function closesAt({ text, paragraph }: MarkContext, at: number): boolean {
  if (at === paragraph.from || isWhiteSpace(codePointBefore(text, at))) return false;
  return at + 1 >= paragraph.to || !isLetterOrNumber(codePointAfter(text, at + 1));
}

/** The apostrophe of ’90s, ’tis and the like, which writing programs often turn into an opening mark. */
function isClipped(text: string, at: number): boolean {
  return /^(?:\d\ds?|tis|twas|em|til|cause|n)(?![\p{L}\p{N}])/iu.test(text.slice(at + 1, at + 8));
}

/** How far to look for the mark that closes after a plural possessive. */
const POSSESSIVE_REACH = 1000;

/** ‘The workers’ pay is low.’: after an s and before a word, with a better closing mark to come before the next opening. */
function isPluralPossessive({ text, paragraph }: MarkContext, at: number, mark: string): boolean {
  if (!/^[sxz]$/iu.test(text.charAt(at - 1)) || !/^\s\p{L}/u.test(text.slice(at + 1, at + 4))) return false;
  const rest = text.slice(at + 1, Math.min(paragraph.to, at + POSSESSIVE_REACH));
  const next = mark === "'" ? /(?<![\p{L}\p{N}])'(?=\S)|(?<=\S)'(?![\p{L}\p{N}])/u : /‘|(?<=\S)’(?![\p{L}\p{N}])/u;
  const found = next.exec(rest);
  return found !== null && found[0] === mark && found.index > 0 && !isWhiteSpace(rest.charAt(found.index - 1));
}

function isHebrew(codePoint: string): boolean {
  return isLetter(codePoint) && /^\p{Script=Hebrew}$/u.test(codePoint);
}

/** ב"הארץ" quotes a name after a prefix, while the mark before the last letter of צה"ל makes it an abbreviation. */
function opensAfterHebrewPrefix(text: string, at: number): boolean {
  const prefixed = /(?:^|[^\p{L}])[ושהמכלב]{1,3}$/u.test(text.slice(Math.max(0, at - 4), at));
  return prefixed && /^\p{L}{2}/u.test(text.slice(at + 1, at + 3));
}
