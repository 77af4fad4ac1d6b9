import * as v from 'valibot';
import { LIMITS } from '#formats/limits.ts';

/** How a time in UTC is written. */
export const INSTANT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z$/;

/** A time in UTC. */
export const instant = v.pipe(v.string(), v.regex(INSTANT, 'must be a time in UTC such as 2024-06-17T09:30:00.000Z'));
/** A time in UTC, or empty. */
export const instantOrEmpty = v.pipe(
  v.string(),
  v.regex(orEmpty(INSTANT), 'must be empty or a time in UTC such as 2024-06-17T09:30:00.000Z'),
);
/** A number of code units or code points in a text. */
export const count = v.pipe(
  v.number(),
  v.safeInteger('must be a whole number'),
  v.minValue(0, 'must not be negative'),
  v.maxValue(LIMITS.text, `must not be more than ${LIMITS.text}`),
);

/** A text that identifies something: not empty, of limited length. */
export function id<Id extends string>() {
  return v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    atMost(LIMITS.id),
    v.transform((text) => text as Id),
  );
}

/** The pattern, or nothing at all. */
export function orEmpty(pattern: RegExp): RegExp {
  return new RegExp(`^$|${pattern.source}`);
}

/** A text of at most so many code points. */
export function textUpTo(limit: number) {
  return v.pipe(v.string(), atMost(limit));
}

/** Refuses longer texts. Counts code points as JSON Schema's maxLength does, and only where code units do not decide. */
export function atMost(limit: number) {
  return v.check<string, string>((text) => {
    if (text.length <= limit) return true;
    return text.length <= 2 * limit && Array.from(text).length <= limit;
  }, `must not have more than ${limit} characters`);
}

/** A list of at most so many members. The length is checked before the members: a list of millions of wrong values must not become millions of issues. */
export function listUpTo<const Member extends v.GenericSchema>(limit: number, member: Member) {
  const tooLong = `must not have more than ${limit} members`;
  return v.pipe(v.array(v.unknown()), v.maxLength(limit, tooLong), v.array(member));
}
