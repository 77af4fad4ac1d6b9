import { t } from '#language/t.ts';
import * as v from 'valibot';
import { ATTRIBUTE_KINDS, type AttributeId, type ValueId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { TONES } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { LIMITS } from '#formats/limits.ts';
import { id, instant, listUpTo, textUpTo } from './shape-parts.ts';

const valueShape = v.strictObject({
  id: id<ValueId>(),
  name: textUpTo(LIMITS.name),
  key: v.pipe(v.string(), v.regex(/^[a-z]?$/, t`must be empty or a letter from a to z`)),
});

const attributeShape = v.strictObject({
  id: id<AttributeId>(),
  name: textUpTo(LIMITS.name),
  description: textUpTo(LIMITS.description),
  kind: v.picklist(ATTRIBUTE_KINDS),
  isRequired: v.boolean(),
  values: listUpTo(LIMITS.values, valueShape),
});

const labelShape = v.strictObject({
  id: id<LabelId>(),
  name: textUpTo(LIMITS.name),
  description: textUpTo(LIMITS.description),
  key: v.picklist(['', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
  tone: v.picklist(TONES),
  channel: v.picklist(['fill', 'underline', 'bracket']),
  smartExtent: v.picklist(['word', 'name', 'sentence', 'quotation']),
  overlapsItself: v.boolean(),
  attributes: listUpTo(LIMITS.attributes, attributeShape),
});

const linkTypeShape = v.strictObject({
  id: id<LinkTypeId>(),
  name: textUpTo(LIMITS.name),
  description: textUpTo(LIMITS.description),
  from: listUpTo(LIMITS.labels, id<LabelId>()),
  to: listUpTo(LIMITS.labels, id<LabelId>()),
  isSingle: v.boolean(),
  isRequired: v.boolean(),
});

/** A label set: in a bundle, or in a file of its own. */
export const labelSetShape = v.strictObject({
  labels: listUpTo(LIMITS.labels, labelShape),
  linkTypes: listUpTo(LIMITS.linkTypes, linkTypeShape),
});

const exampleShape = v.strictObject({
  before: textUpTo(LIMITS.quote),
  quote: textUpTo(LIMITS.quote),
  after: textUpTo(LIMITS.quote),
  source: textUpTo(LIMITS.title),
  isGood: v.boolean(),
  comment: textUpTo(LIMITS.description),
});

/** One version of a project's guidelines. */
export const guidelineVersionShape = v.strictObject({
  number: v.pipe(v.number(), v.safeInteger(t`must be a whole number`), v.minValue(1, t`must be at least 1`)),
  at: instant,
  by: textUpTo(LIMITS.name),
  text: textUpTo(LIMITS.guideline),
  labels: listUpTo(
    LIMITS.labels,
    v.strictObject({
      label: id<LabelId>(),
      text: textUpTo(LIMITS.guideline),
      examples: listUpTo(LIMITS.examples, exampleShape),
    }),
  ),
});

export type LabelSetShape = v.InferOutput<typeof labelSetShape>;
