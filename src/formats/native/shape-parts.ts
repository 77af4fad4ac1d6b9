import { t } from '#language/t.ts';
import * as v from 'valibot';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type LinkId } from '#core/spans/link.ts';
import { type SpanId } from '#core/spans/span.ts';
import { LIMITS } from '#formats/limits.ts';
import { INSTANT } from './instant.ts';

/** A time in UTC. */
export const instant = v.pipe(v.string(), v.regex(INSTANT, t`must be a time in UTC such as 2024-06-17T09:30:00.000Z`));
/** A time in UTC, or empty. */
export const instantOrEmpty = v.pipe(
  v.string(),
  v.regex(orEmpty(INSTANT), t`must be empty or a time in UTC such as 2024-06-17T09:30:00.000Z`),
);
/** A number of code units or code points in a text. */
export const count = v.pipe(
  v.number(),
  v.safeInteger(t`must be a whole number`),
  v.minValue(0, t`must not be negative`),
  v.maxValue(LIMITS.text, t`must not be more than ${LIMITS.text}`),
);

/** A text that identifies something: not empty, of limited length. */
export function id<Id extends string>() {
  return v.pipe(
    v.string(),
    v.minLength(1, t`must not be empty`),
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
  return v.check<string, string>(
    (text) => {
      if (text.length <= limit) return true;
      return text.length <= 2 * limit && Array.from(text).length <= limit;
    },
    t`must not have more than ${limit} characters`,
  );
}

/** A list of at most so many members. The length is checked before the members: a list of millions of wrong values must not become millions of issues. */
export function listUpTo<const Member extends v.GenericSchema>(limit: number, member: Member) {
  const tooLong = t`must not have more than ${limit} members`;
  return v.pipe(v.array(v.unknown()), v.maxLength(limit, tooLong), v.array(member));
}

const SHA_256 = /^[0-9a-f]{64}$/;

/** The id of an article. */
export const articleId = v.pipe(
  v.string(),
  v.regex(SHA_256, t`must be a SHA-256 in 64 lower-case hexadecimal digits`),
  v.transform((text) => text as ArticleId),
);
/** The id of an article, or empty. */
export const articleIdOrEmpty = v.pipe(
  v.string(),
  v.regex(orEmpty(SHA_256), t`must be empty or a SHA-256 in 64 lower-case hexadecimal digits`),
  v.transform((text) => text as ArticleId | ''),
);
/** A range of an article's text in both units, with its words. */
export const rangeShape = v.strictObject({
  from: count,
  to: count,
  codePointFrom: count,
  codePointTo: count,
  quote: textUpTo(LIMITS.text),
});

/** The ranges of a span. */
export const rangesShape = v.pipe(listUpTo(LIMITS.ranges, rangeShape), v.minLength(1, t`must have at least one range`));

/** Any value that an attribute can have, whatever its kind. */
const valueShape = v.union(
  [
    textUpTo(LIMITS.note),
    v.pipe(v.number(), v.finite()),
    v.boolean(),
    v.pipe(listUpTo(LIMITS.values, id()), v.minLength(1)),
    rangeShape,
  ],
  t`must be a text, a number, true or false, a list of ids or a range`,
);

/** What a span holds for one attribute. */
export const attributeShape = v.strictObject({ id: id<AttributeId>(), value: valueShape });

/** How far an annotator has come with an article. */
export const statusShape = v.picklist(['not-started', 'in-progress', 'done']);

/** How a span or link came to be. */
export const originShape = v.picklist(['hand', 'suggestion', 'import']);

/** A link, in a layer's `links` and in its log. */
export const linkShape = v.strictObject({
  id: id<LinkId>(),
  type: id<LinkTypeId>(),
  from: id<SpanId>(),
  to: id<SpanId>(),
  origin: originShape,
  createdAt: instant,
});

export type LinkShape = v.InferOutput<typeof linkShape>;
