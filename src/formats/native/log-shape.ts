import { t } from '#language/t.ts';
import * as v from 'valibot';
import { type Edit } from '#core/edits/edit.ts';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type SpanId } from '#core/spans/span.ts';
import { LIMITS } from '#formats/limits.ts';
import { count, id, instant, linkShape, listUpTo, orEmpty, originShape, statusShape, textUpTo } from './shape-parts.ts';

const number = v.pipe(v.number(), v.safeInteger(t`must be a whole number`), v.minValue(0, t`must not be negative`));

/** The checksum of a log entry. */
const SUM = /^[0-9a-f]{16}$/;
const sum = v.pipe(v.string(), v.regex(SUM, t`must be 16 lower-case hexadecimal digits`));
const sumOrEmpty = v.pipe(v.string(), v.regex(orEmpty(SUM), t`must be empty or 16 lower-case hexadecimal digits`));

/** Ranges in a log are in UTF-16 code units alone: the checksums are of exactly this. */
const plainRange = v.strictObject({ from: count, to: count });

const plainValue = v.union(
  [
    textUpTo(LIMITS.note),
    v.pipe(v.number(), v.finite()),
    v.boolean(),
    v.pipe(listUpTo(LIMITS.values, id()), v.minLength(1)),
    plainRange,
  ],
  t`must be a text, a number, true or false, a list of ids or a range`,
);

const span = v.strictObject({
  id: id<SpanId>(),
  label: id<LabelId>(),
  ranges: v.pipe(listUpTo(LIMITS.ranges, plainRange), v.minLength(1, t`must have at least one range`)),
  attributes: listUpTo(LIMITS.attributes, v.strictObject({ id: id<AttributeId>(), value: plainValue })),
  note: textUpTo(LIMITS.note),
  origin: originShape,
  createdAt: instant,
  changedAt: instant,
});

/** Its depth is limited before, with that of the whole file. */
const edit: v.GenericSchema<unknown, Edit> = v.variant('kind', [
  v.strictObject({ kind: v.literal('add-span'), span }),
  v.strictObject({ kind: v.literal('remove-span'), span }),
  v.strictObject({ kind: v.literal('replace-span'), before: span, after: span }),
  v.strictObject({ kind: v.literal('add-link'), link: linkShape }),
  v.strictObject({ kind: v.literal('remove-link'), link: linkShape }),
  v.strictObject({ kind: v.literal('set-status'), before: statusShape, after: statusShape }),
  v.strictObject({
    kind: v.literal('together'),
    edits: listUpTo(
      LIMITS.entries,
      v.lazy(() => edit),
    ),
  }),
]);

const cause = v.variant('kind', [
  v.strictObject({ kind: v.literal('new'), merges: v.exactOptional(sumOrEmpty) }),
  v.strictObject({ kind: v.picklist(['undo', 'redo']), of: number }),
]);

/** The log of a layer, its entries not yet looked at. */
export const logShape = v.strictObject({
  after: number,
  sum: sumOrEmpty,
  entries: listUpTo(LIMITS.entries, v.unknown()),
});

/** One member of a log's `entries`. */
export const entryShape = v.strictObject({ number, at: instant, cause, edit, sum });

export type EntryShape = v.InferOutput<typeof entryShape>;

/** A log that is right in shape. */
export interface LogShape extends Omit<v.InferOutput<typeof logShape>, 'entries'> {
  readonly entries: readonly EntryShape[];
}
