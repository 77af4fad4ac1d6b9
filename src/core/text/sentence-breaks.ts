import { isAbbreviationStop } from './abbreviations.ts';
import { isWhiteSpace } from './code-points.ts';
import { isFunctionWord } from './function-words.ts';
import { segmenterFor } from './language.ts';
import { type Paragraph } from './paragraphs.ts';

/** How much the segmenter sees at a time (see segmenterFor), and how far before the end of that its breaks are sure. */
const BLOCK = 2048;
const MARGIN = 128;

/** How much text on each side decides whether a break is right. */
const CONTEXT = 96;

const SPEECH = 'said|says|asked|asks|told|added|replied|wrote|writes|shouted|wondered|demanded|tweeted|joked|responded';
/** "Will he go?" + Foreign Minister Ann Smith asked. */
const NAMED_SPEAKER = new RegExp(
  `^(?:(?:\\p{Lu}[\\p{L}.'’-]*|of|for|the|spokes(?:man|woman|person)) ){1,7}(?:${SPEECH})(?!\\p{L})`,
  'u',
);

/**
 * Offsets at which a new sentence starts in the paragraph, in order, from somewhere after `from` on. Each is decided by the
 * text close to it alone, so that starting in the middle of a long paragraph finds the same ones.
 */
export function* sentenceBreaks(text: string, paragraph: Paragraph, from: number, language: string): Generator<number> {
  let last = from;
  for (const candidate of candidates(text, paragraph, from, language)) {
    if (candidate < last) continue;
    const at = afterSpace(text, settled(text, paragraph, candidate));
    if (at <= last || at >= paragraph.to || goesOn(text, paragraph, at, language)) continue;
    last = at;
    yield at;
  }
}

/** What the segmenter takes for the starts of sentences, read in blocks so that time stays in proportion to length. */
function* candidates(text: string, paragraph: Paragraph, from: number, language: string): Generator<number> {
  const segmenter = segmenterFor(language, 'sentence');
  let start = from;
  while (start < paragraph.to) {
    const end = Math.min(paragraph.to, start + BLOCK);
    const sure = end === paragraph.to ? end : end - MARGIN;
    let next = start;
    for (const { index } of segmenter.segment(text.slice(start, end))) {
      if (index === 0) continue;
      if (start + index > sure) break;
      next = start + index;
      yield next;
    }
    if (end === paragraph.to) return;
    // Without any break, go back over the margin: a stop just before the new start would be missed.
    start = next > start ? next : sure - MARGIN;
  }
}

/** The break moved to where it should be: behind closing marks and footnote numbers, before opening brackets. */
function settled(text: string, paragraph: Paragraph, candidate: number): number {
  const left = text.slice(Math.max(paragraph.from, candidate - CONTEXT), candidate);
  const right = text.slice(candidate, Math.min(paragraph.to, candidate + CONTEXT));
  // French: « Oui. » Il part. The segmenter breaks before the mark.
  const closing = /^[»”"’›)\]」』]+(?:\s+|$)/u.exec(right);
  if (closing) return candidate + closing[0].length;
  // Wikipedia: the invasion.[1] The next.
  const note = /[.!?…]["”’»)]*\[$/u.test(left) && /^[^[\]\s]{1,12}\](?:\[[^[\]\s]{1,12}\])*\s*/u.exec(right);
  if (note) return candidate + note[0].length;
  // Japanese: 住む。「はい。」 Chinese: 走了。“好。” The segmenter breaks after the bracket or mark.
  const opening = /(?:[「『（《〈【〔]+|(?<=[。！？][”’」』）]*)[“‘]+)$/u.exec(left);
  return candidate - (opening?.[0].length ?? 0);
}

/** A line separator ends a sentence for the segmenter even before more white space, which would be a blank sentence. */
function afterSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isWhiteSpace(text.charAt(at))) at += 1;
  return at;
}

/** True where the sentence before the break goes on after it. */
function goesOn(text: string, paragraph: Paragraph, at: number, language: string): boolean {
  const left = text.slice(Math.max(paragraph.from, at - CONTEXT), at).trimEnd();
  const right = text.slice(at, Math.min(paragraph.to, at + CONTEXT)).trimStart();
  // A number or bullet at the start of the paragraph is part of the first sentence.
  if (at - paragraph.from <= CONTEXT / 4 && !/\p{L}/u.test(left)) return true;
  const word = /^[\s\p{P}]*(\p{L}[\p{L}\p{M}'’]*)/u.exec(right)?.[1] ?? '';
  // "Really?" she asked. But iPhone and eBay can open a sentence.
  if (/^\p{Ll}/u.test(word) && !/^\p{Ll}{1,2}\p{Lu}/u.test(word)) return true;
  if (/[?!…]["”’»]$/u.test(left)) return NAMED_SPEAKER.test(right) && !isFunctionWord(word, language);
  if (/[」』]$/u.test(left)) return /^(?:と|って)/u.test(right);
  return isAbbreviationStop(left.replace(/[)\]]$/u, ''), right, language);
}
