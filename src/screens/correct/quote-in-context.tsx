import { type Article } from '#core/project/project.ts';
import { splitsSurrogatePair } from '#core/text/offsets.ts';
import { type TextRange } from '#core/text/range.ts';
import { directionOf } from '#views/text/direction.ts';
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
  const start = whole(text, Math.max(0, from - AROUND));
  const end = whole(text, Math.min(text.length, to + AROUND));
  return (
    <q className={styles.quote} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
      {start > 0 && '…'}
      {text.slice(start, from)}
      <mark>{words.length > LONGEST ? `${words.slice(0, whole(words, LONGEST))}…` : words}</mark>
      {text.slice(to, end)}
      {end < text.length && '…'}
    </q>
  );
}

function whole(text: string, offset: number): number {
  return splitsSurrogatePair(text, offset) ? offset + 1 : offset;
}
