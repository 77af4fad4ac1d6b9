import { textField, wholeNumber } from '#formats/exchange/fields.ts';
import { type LooseRange } from '#formats/exchange/loose.ts';
import { isObject } from '#formats/is-object.ts';
import { type Passage } from './found.ts';
import { hasType, iriIn, listOf } from './values.ts';

/** So many selectors of a target are looked at, those that refine others among them. */
const MOST_SELECTORS = 50;

interface Place {
  readonly range: LooseRange | undefined;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The words that targets of one source tell, each target a part; undefined where none of them is about certain words. */
export function passageOf(targets: readonly unknown[]): Passage | undefined {
  const places = targets.flatMap((target) => placeOf(target) ?? []);
  const [first] = places;
  if (!first) return undefined;
  const quotes = places.map(({ quote }) => quote);
  return {
    ranges: places.map(({ range }) => range ?? { from: Number.NaN, to: Number.NaN }),
    quotes: quotes.every((quote) => quote !== '') ? quotes : undefined,
    prefix: first.prefix,
    suffix: first.suffix,
  };
}

/** The IRI of what a target is about: its source, or the target itself. */
export function sourceOf(target: unknown): string {
  return isObject(target) && target['source'] !== undefined ? iriIn(target['source']) : iriIn(target);
}

/** True where the target selects a part of its source. */
export function hasSelector(target: unknown): boolean {
  return isObject(target) && target['selector'] !== undefined;
}

/** Selectors of one target are several ways to tell one place. */
function placeOf(target: unknown): Place | undefined {
  if (!isObject(target)) return undefined;
  const left = [...listOf(target['selector'])].slice(0, MOST_SELECTORS).map((value) => ({ value, isRefining: false }));
  let range: LooseRange | undefined;
  let quote: unknown;
  for (let index = 0; index < left.length && index < MOST_SELECTORS; index += 1) {
    const { value, isRefining } = left[index]!;
    if (!isObject(value)) continue;
    if (hasType(value, 'TextQuoteSelector')) quote ??= value;
    // A position that refines another selector counts from there.
    if (hasType(value, 'TextPositionSelector') && !isRefining) {
      range ??= { from: wholeNumber(value, 'start'), to: wholeNumber(value, 'end') };
    }
    for (const refined of listOf(value['refinedBy'])) left.push({ value: refined, isRefining: true });
  }
  const exact = textField(quote, 'exact');
  if (!range && exact === '') return undefined;
  return { range, quote: exact, prefix: textField(quote, 'prefix'), suffix: textField(quote, 'suffix') };
}
