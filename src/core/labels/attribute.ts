import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type TextRange } from '#core/text/range.ts';

/** Identifies an attribute within its label; stable when the attribute is renamed. */
export type AttributeId = string & { readonly brand: 'AttributeId' };

/** Identifies one value of a choice within its attribute; stable when the value is renamed. */
export type ValueId = string & { readonly brand: 'ValueId' };

/** What an attribute holds: one of its values, some of them, yes or no, free text, a number, or words of the article. */
export const ATTRIBUTE_KINDS = ['choice', 'several', 'yes-no', 'text', 'number', 'range'] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

/** One value of a choice. `key` is the letter a–z that sets it together with Shift, or empty. */
export interface ChoiceValue {
  readonly id: ValueId;
  readonly name: string;
  readonly key: string;
}

/** Something that is said about each span of a label. `values` is empty unless the kind is `choice` or `several`. */
export interface Attribute {
  readonly id: AttributeId;
  readonly name: string;
  readonly description: string;
  readonly kind: AttributeKind;
  readonly isRequired: boolean;
  readonly values: readonly ChoiceValue[];
}

/**
 * What a span holds for an attribute, by the attribute's kind: a ValueId (choice), ValueIds in the order of the attribute
 * (several), true or false (yes-no), a text, a finite number, or a range of the article in UTF-16 code units.
 */
export type AttributeValue = string | number | boolean | readonly string[] | TextRange;

/** True for kinds whose values are listed in the label set. */
export function hasValues(kind: AttributeKind): boolean {
  return kind === 'choice' || kind === 'several';
}

/** True where the value is of the attribute's kind and, for a choice, one that the attribute lists. */
export function fitsAttribute(attribute: Attribute, value: AttributeValue): boolean {
  const isListed = (id: string): boolean => attribute.values.some((known) => known.id === id);
  switch (attribute.kind) {
    case 'choice':
      return typeof value === 'string' && isListed(value);
    case 'several':
      return Array.isArray(value) && value.length > 0 && (value as readonly string[]).every(isListed);
    case 'yes-no':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'range':
      return isRange(value);
  }
}

/** True for a value that is a range of the article. */
export function isRange(value: AttributeValue): value is TextRange {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The name of a choice's value; its id where the attribute no longer lists it. */
export function nameOfValue(attribute: Attribute | undefined, id: string): string {
  return attribute?.values.find((value) => value.id === id)?.name ?? id;
}

/** The value in words: names of choices, Yes or No, the words of a range. */
export function attributeInWords(attribute: Attribute | undefined, value: AttributeValue, text: string): string {
  if (typeof value === 'boolean') return value ? t`Yes` : t`No`;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return attribute?.kind === 'text' ? value : nameOfValue(attribute, value);
  if (isRange(value)) return text.slice(value.from, value.to);
  return withCommas(value.map((id) => nameOfValue(attribute, id)));
}

/** True where the value held is this one, or has it among others. */
export function holdsValue(held: AttributeValue | undefined, value: string | boolean): boolean {
  return Array.isArray(held) ? (held as readonly string[]).includes(value as string) : held === value;
}

/**
 * What is held once this value was taken up, or put down where it was held; undefined for nothing. Several values stand in
 * the order of the attribute, so that the same choice is always the same value.
 */
export function toggledValue(
  { kind, values }: Attribute,
  held: AttributeValue | undefined,
  value: string | boolean,
): AttributeValue | undefined {
  if (kind !== 'several') return holdsValue(held, value) ? undefined : value;
  const next = values.map(({ id }) => id).filter((id) => holdsValue(held, id) !== (id === value));
  return next.length === 0 ? undefined : next;
}
