import { type Label, type LabelSet } from '#core/labels/label-set.ts';
import { smartRangesAt } from '#core/spans/smart-extent.ts';
import { type Paragraph } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';

/** So many labels are tried out in the tour. */
const MOST_STEPS = 3;

/** The labels that the tour has a newcomer try, one in each step: the first that have a key. */
export function tourLabels(labelSet: LabelSet): readonly Label[] {
  return labelSet.labels.filter(({ key }) => key !== '').slice(0, MOST_STEPS);
}

/** Where something stands that each kind of label takes: two words with capitals, a sentence, a quotation. */
const SIGNS: Readonly<Record<Label['smartExtent'], RegExp>> = {
  name: /\p{Lu}\p{L}+ \p{Lu}\p{L}+/gu,
  word: /\p{L}{4,}/gu,
  sentence: /\p{L}{4,}/gu,
  quotation: /["“„«][^"“”„«»]{12,}/gu,
};

/** In how many places an example is looked for. */
const TRIES = 40;

/**
 * A place in the text, after its first paragraph, where the label’s key would take something that has no span of `taken` yet:
 * where the caret goes, and what is taken. Undefined where none is found soon.
 */
export function exampleFor(
  label: Label,
  text: string,
  paragraphs: readonly Paragraph[],
  language: string,
  taken: readonly TextRange[],
): { readonly at: number; readonly range: TextRange } | undefined {
  const body = paragraphs[1]?.from ?? 0;
  let tries = 0;
  for (const { index, 0: sign } of text.slice(body).matchAll(SIGNS[label.smartExtent])) {
    if ((tries += 1) > TRIES) return undefined;
    const at = body + index + Math.min(2, sign.length - 1);
    const [range] = smartRangesAt(label.smartExtent, text, paragraphs, at, language)[0] ?? [];
    if (range && range.to - range.from > 4 && !taken.some(({ from, to }) => from < range.to && range.from < to)) {
      return { at, range };
    }
  }
  return undefined;
}
