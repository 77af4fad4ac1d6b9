import { isObject } from '#formats/is-object.ts';

/** The field as text; empty where it is missing or of another type, numbers as they are written. */
export function textField(value: unknown, name: string): string {
  const field = isObject(value) ? value[name] : undefined;
  if (typeof field === 'string') return field.toWellFormed();
  return typeof field === 'number' ? String(field) : '';
}

/** The field as a whole number, or NaN. */
export function wholeNumber(value: unknown, name: string): number {
  const field = isObject(value) ? value[name] : undefined;
  return typeof field === 'number' && Number.isInteger(field) ? field : Number.NaN;
}

/** The objects in a list field; none where it is missing or no list. */
export function objectsField(value: unknown, name: string): readonly Readonly<Record<string, unknown>>[] {
  const field = isObject(value) ? value[name] : undefined;
  return Array.isArray(field) ? field.filter(isObject) : [];
}
