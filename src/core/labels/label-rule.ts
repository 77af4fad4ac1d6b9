import { type AttributeId, type ValueId } from './attribute.ts';
import { type LabelId } from './label-id.ts';
import { type LinkTypeId } from './link-type.ts';

/** Which spans of a label a rule is about: those with a value (null: with none), or those with one of these words. */
export type SpanCondition =
  | { readonly kind: 'value'; readonly attribute: AttributeId; readonly value: ValueId | null }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** Which links of a type a rule is about: those whose span at one end has the label. */
export interface LinkCondition {
  readonly end: 'from' | 'to';
  readonly label: LabelId;
}

/**
 * How layers follow a change of the label set. A rule turns what is named by `from` into `to`, or takes it away where `to` is
 * null: spans go with their links, values and links go alone. `where` limits it to a part, so that a label, value or link
 * type can be split.
 */
export type LabelRule =
  | { readonly kind: 'label'; readonly from: LabelId; readonly to: LabelId | null; readonly where?: SpanCondition }
  | {
      readonly kind: 'attribute';
      readonly label: LabelId;
      readonly from: AttributeId;
      readonly to: AttributeId | null;
    }
  | {
      readonly kind: 'value';
      readonly label: LabelId;
      readonly attribute: AttributeId;
      readonly from: ValueId;
      readonly to: ValueId | null;
      readonly where?: SpanCondition;
    }
  | {
      readonly kind: 'link-type';
      readonly from: LinkTypeId;
      readonly to: LinkTypeId | null;
      readonly where?: LinkCondition;
    };
