import { LIMITS } from '#formats/limits.ts';
import { isObject } from '#formats/is-object.ts';
import { type SpanShape } from './shape.ts';
import { INSTANT } from './instant.ts';

type RangeShape = SpanShape['ranges'][number];
type AttributeShape = SpanShape['attributes'][number];

const ORIGINS: ReadonlySet<unknown> = new Set<SpanShape['origin']>(['hand', 'suggestion', 'import']);

/**
 * A span that is right in shape, built afresh, in a tenth of the time that its schema takes. Undefined where it may be
 * wrong: the schema then says what is wrong, or that nothing is. Whatever this gives, the schema gives too.
 */
export function plainSpan(value: unknown): SpanShape | undefined {
  if (!isObject(value) || Object.keys(value).length !== 8) return undefined;
  const { id, label, note, origin, createdAt, changedAt } = value;
  if (!isId(id) || !isId(label) || !isText(note, LIMITS.note) || !ORIGINS.has(origin)) return undefined;
  if (!isInstant(createdAt) || !isInstant(changedAt)) return undefined;
  const ranges = each(value['ranges'], LIMITS.ranges, plainRange);
  const attributes = each(value['attributes'], LIMITS.attributes, plainAttribute);
  if (!ranges || ranges.length === 0 || !attributes) return undefined;
  return { id, label, ranges, attributes, note, origin, createdAt, changedAt } as SpanShape;
}

function plainRange(value: unknown): RangeShape | undefined {
  if (!isObject(value) || Object.keys(value).length !== 5) return undefined;
  const { from, to, codePointFrom, codePointTo, quote } = value;
  const isRight = isCount(from) && isCount(to) && isCount(codePointFrom) && isCount(codePointTo);
  return isRight && isText(quote, LIMITS.text) ? { from, to, codePointFrom, codePointTo, quote } : undefined;
}

function plainAttribute(attribute: unknown): AttributeShape | undefined {
  if (!isObject(attribute) || Object.keys(attribute).length !== 2 || !isId(attribute['id'])) return undefined;
  const value = plainValue(attribute['value']);
  return value === undefined ? undefined : ({ id: attribute['id'], value } as AttributeShape);
}

/** Numbers and ranges are rare, and left to the schema. */
function plainValue(value: unknown): string | boolean | readonly string[] | undefined {
  if (typeof value === 'boolean' || isText(value, LIMITS.note)) return value;
  if (!Array.isArray(value) || value.length === 0 || value.length > LIMITS.values) return undefined;
  return value.every(isId) ? [...value] : undefined;
}

/** Every member as `plain` gives it; undefined where it is no list of at most `limit`, or one of them may be wrong. */
function each<T>(value: unknown, limit: number, plain: (member: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length > limit) return undefined;
  const members: T[] = [];
  for (const member of value) {
    const one = plain(member);
    if (one === undefined) return undefined;
    members.push(one);
  }
  return members;
}

function isId(value: unknown): value is string {
  return isText(value, LIMITS.id) && value !== '';
}

/** Counts code units, of which there are no fewer than code points. */
function isText(value: unknown, limit: number): value is string {
  return typeof value === 'string' && value.length <= limit;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LIMITS.text;
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value);
}
