import { t } from '#language/t.ts';
import { type AttributeId, type AttributeValue, fitsAttribute } from '#core/labels/attribute.ts';
import { findAttribute, type Label } from '#core/labels/label-set.ts';
import { LIMITS } from '#formats/limits.ts';

/**
 * What a span of the label holds for the attribute once this was typed or pressed: undefined for nothing. `problem` is why
 * it cannot be, as a sentence, and empty where it can.
 */
export function valueToSet(
  label: Label | undefined,
  id: AttributeId,
  typed: AttributeValue | undefined,
): { readonly value: AttributeValue | undefined; readonly problem: string } {
  const attribute = findAttribute(label, id);
  const name = attribute?.name ?? id;
  const value = cleaned(typed);
  if (value !== undefined && attribute && !fitsAttribute(attribute, value)) {
    return { value, problem: t`${name} cannot be that.` };
  }
  const isLong = typeof value === 'string' && value.length > LIMITS.note;
  return { value, problem: isLong ? t`${name} can have at most ${LIMITS.note} characters.` : '' };
}

/** Text without white space around it and without half characters; an empty one is no value. */
function cleaned(value: AttributeValue | undefined): AttributeValue | undefined {
  if (typeof value !== 'string') return value;
  return value.trim().toWellFormed() || undefined;
}
