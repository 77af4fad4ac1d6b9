import { type AttributeValue, isRange } from '#core/labels/attribute.ts';
import { type SpanAttribute } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type TextRange } from '#core/text/range.ts';
import { wellFormed } from '#formats/wording.ts';

/** Ranges with nothing but their edges. */
export function canonicalRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  return ranges.map(({ from, to }) => ({ from, to }));
}

/** A span's attributes by id; lone surrogates in texts become U+FFFD. */
export function canonicalAttributes(attributes: readonly SpanAttribute[]): readonly SpanAttribute[] {
  return attributes
    .map(({ id, value }) => ({ id, value: canonicalValue(value) }))
    .toSorted((a, b) => compareText(a.id, b.id));
}

/** JSON has no minus zero. */
function canonicalValue(value: AttributeValue): AttributeValue {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (typeof value === 'boolean') return value;
  return isRange(value) ? { from: value.from, to: value.to } : [...value];
}
