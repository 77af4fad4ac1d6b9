import { type Attribute, type AttributeValue, hasValues, isRange } from '#core/labels/attribute.ts';
import { type TextRange } from '#core/text/range.ts';
import { findCalled } from './find-called.ts';

/** A value of a span's attribute as texts: one, or one for each of several values; a range is given apart. */
export interface ValueTexts {
  readonly texts: readonly string[];
  readonly range: TextRange | undefined;
}

/** The value as texts that readValue turns back; `quoteOf` gives the words of a range. */
export function valueTexts(value: AttributeValue, quoteOf: (range: TextRange) => string): ValueTexts {
  if (typeof value === 'boolean') return { texts: [value ? 'yes' : 'no'], range: undefined };
  if (typeof value === 'number' || typeof value === 'string') return { texts: [String(value)], range: undefined };
  if (isRange(value)) return { texts: [quoteOf(value)], range: value };
  return { texts: value, range: undefined };
}

/**
 * What the texts say for the attribute: ids of values, or their names whatever their case, `yes`, `true` or `1` and their
 * opposites, a number. Undefined where they do not fit its kind.
 */
export function readValue(
  attribute: Attribute,
  texts: readonly string[],
  range: TextRange | undefined,
): AttributeValue | undefined {
  const [first = ''] = texts;
  if (attribute.kind === 'range') return range;
  if (attribute.kind === 'text') return texts.join('; ');
  if (attribute.kind === 'number')
    return first.trim() !== '' && Number.isFinite(Number(first)) ? Number(first) : undefined;
  if (attribute.kind === 'yes-no') return YES_OR_NO.get(first.trim().toLowerCase());
  if (!hasValues(attribute.kind)) return undefined;
  const ids = texts.flatMap((text) => valueIdOf(attribute, text) ?? []);
  if (ids.length === 0 || ids.length < texts.length) return undefined;
  if (attribute.kind === 'choice') return ids[0];
  // In the order of the attribute, as everywhere.
  return attribute.values.map(({ id }) => id).filter((id) => ids.includes(id));
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['no', false],
  ['false', false],
  ['0', false],
]);

function valueIdOf({ values }: Attribute, text: string) {
  return (values.find(({ id }) => id === text) ?? findCalled(values, text.trim()))?.id;
}
