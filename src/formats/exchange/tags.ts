import { type TextRange } from '#core/text/range.ts';
import { type WriteOptions } from './dataset.ts';

/** Tokens under one label; `from` is the first, `to` the one after the last. */
export interface TaggedRange extends TextRange {
  readonly label: string;
}

/** What begins the tags of a scheme, besides O. */
export const TAG_PREFIXES: Readonly<Record<WriteOptions['scheme'], readonly string[]>> = {
  IOB1: ['B', 'I'],
  IOB2: ['B', 'I'],
  BIOES: ['B', 'I', 'E', 'S'],
};

/**
 * A tag for each token: O, or a prefix and the label. `ranges` are apart and in order. A range that goes over the end of a
 * sentence begins anew in the next one, since these are read by themselves.
 */
export function tagsOf(
  count: number,
  sentences: readonly TextRange[],
  ranges: readonly TaggedRange[],
  scheme: WriteOptions['scheme'],
): readonly string[] {
  const tags = Array.from({ length: count }, () => 'O');
  for (const { from, to, label, sentence } of cutAtSentences(sentences, ranges)) {
    for (let at = from; at < to; at += 1) tags[at] = `${prefixOf(scheme, at === from, at + 1 === to)}-${label}`;
    // The scheme of 1999: B only where the same label ends just before.
    if (scheme === 'IOB1' && from > sentence.from && tags[from - 1] !== 'O' && labelOf(tags[from - 1]!) === label) {
      tags[from] = `B-${label}`;
    }
  }
  return tags;
}

function prefixOf(scheme: WriteOptions['scheme'], isFirst: boolean, isLast: boolean): string {
  if (scheme === 'IOB1') return 'I';
  if (scheme === 'IOB2') return isFirst ? 'B' : 'I';
  if (isFirst) return isLast ? 'S' : 'B';
  return isLast ? 'E' : 'I';
}

function* cutAtSentences(sentences: readonly TextRange[], ranges: readonly TaggedRange[]) {
  let next = 0;
  for (const { label, from, to } of ranges) {
    while (next < sentences.length && sentences[next]!.to <= from) next += 1;
    for (let index = next; index < sentences.length && sentences[index]!.from < to; index += 1) {
      const sentence = sentences[index]!;
      yield { label, from: Math.max(from, sentence.from), to: Math.min(to, sentence.to), sentence };
    }
  }
}

/** Prefixes that begin something, and those that end it; M (middle) and W (whole) are names of I and S in other schemes. */
const BEGINS = 'BSUW';
const ENDS = 'ESULW';

/**
 * The ranges that the tags of one sentence tell, `first` being the number of its first token. IOB1, IOB2, BIOES, BILOU and
 * BMES are read alike, and labels without any prefix too: a range begins at a B, S or U, after an E, L or O, and where the
 * label changes.
 */
export function rangesOfTags(tags: readonly string[], first: number): readonly TaggedRange[] {
  const ranges: TaggedRange[] = [];
  let isOpen = false;
  for (const [index, tag] of tags.entries()) {
    const at = first + index;
    const label = labelOf(tag);
    const prefix = /^[BIESULMW]-/.test(tag) ? tag.charAt(0) : 'I';
    const last = ranges.at(-1);
    if (label === '') isOpen = false;
    else if (isOpen && last?.label === label && !BEGINS.includes(prefix)) {
      ranges[ranges.length - 1] = { ...last, to: at + 1 };
    } else ranges.push({ label, from: at, to: at + 1 });
    isOpen = label !== '' && !ENDS.includes(prefix);
  }
  return ranges;
}

/** The label of a tag, empty where it says that there is none. */
function labelOf(tag: string): string {
  if (tag === 'O' || tag === '_' || tag === '-' || tag === '') return '';
  return /^[BIESULMWO]-/.test(tag) ? tag.slice(2) : tag;
}
