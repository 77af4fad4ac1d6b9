import { type Article } from '#core/project/project.ts';
import { splitsSurrogatePair } from '#core/text/offsets.ts';
import { type TextRange } from '#core/text/range.ts';
import { directionOf } from '#core/text/direction.ts';
import styles from './quote-in-context.module.css';

interface QuoteInContextProps {
  readonly text: string;
  readonly ranges: readonly TextRange[];
  readonly language: Article['language'];
}

/** So much of the text around the words is shown, and so much of long words, in UTF-16 code units. */
const AROUND = 36;
const LONGEST = 240;

/** Words of a text with a little of what stands around them. */
export function QuoteInContext({ text, ranges, language }: QuoteInContextProps) {
  const [from, to] = [ranges[0]!.from, ranges.at(-1)!.to];
  const words = ranges.map((range) => text.slice(range.from, range.to)).join(' … ');
  const [before, after] = [textBefore(text, from), textAfter(text, to)];
  return (
    <q className={styles.quote} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
      {before.length < from && '…'}
      {before}
      <mark>{words.length > LONGEST ? `${words.slice(0, whole(words, LONGEST))}…` : words}</mark>
      {after}
      {to + after.length < text.length && '…'}
    </q>
  );
}

/** The text before an offset, from a word's start where there is a space to tell it by. */
function textBefore(text: string, offset: number): string {
  if (offset <= AROUND) return text.slice(0, offset);
  const part = text.slice(whole(text, offset - AROUND), offset);
  return part.slice(part.search(/\s/) + 1);
}

function textAfter(text: string, offset: number): string {
  if (offset + AROUND >= text.length) return text.slice(offset);
  const part = text.slice(offset, whole(text, offset + AROUND));
  const end = part.search(/\s\S*$/);
  return end > 0 ? part.slice(0, end) : part;
}

function whole(text: string, offset: number): number {
  return splitsSurrogatePair(text, offset) ? offset + 1 : offset;
}
