import { type Attribute, type AttributeId, type ChoiceValue } from './attribute.ts';
import { type LabelId } from './label-id.ts';
import { type LinkType, type LinkTypeId } from './link-type.ts';

/** How a label is drawn in the text, so that three overlapping layers stay apart without relying on colour. */
export type Channel = 'fill' | 'underline' | 'bracket';

/** Named colours; each has a light and a dark value with tested contrast in ui/tones.css. */
export const TONES = ['blue', 'orange', 'teal', 'violet', 'rose', 'olive', 'amber', 'slate'] as const;
export type Tone = (typeof TONES)[number];

/** What a label takes around the caret when nothing is selected. */
export type SmartExtent = 'word' | 'name' | 'sentence' | 'quotation';

/**
 * One kind of span. `key` is the single digit 1–9 that applies it, or empty; `overlapsItself` says whether two of its spans
 * may share words. Ids of its attributes are unique.
 */
export interface Label {
  readonly id: LabelId;
  readonly name: string;
  readonly description: string;
  readonly key: string;
  readonly tone: Tone;
  readonly channel: Channel;
  readonly smartExtent: SmartExtent;
  readonly overlapsItself: boolean;
  readonly attributes: readonly Attribute[];
}

/** The labels of a project, in the order of the toolbar, and the links between their spans. Ids and non-empty keys are unique. */
export interface LabelSet {
  readonly labels: readonly Label[];
  readonly linkTypes: readonly LinkType[];
}

/** The label with this id, or undefined where the set has none. */
export function findLabel(labelSet: LabelSet, id: LabelId): Label | undefined {
  return labelSet.labels.find((label) => label.id === id);
}

/** So many kinds of lines there are for labels of one channel: solid, dashed, dotted, double. */
const LINES = 4;

/**
 * Which kind of line the label has where there are no colours, as on paper: from 0 on, one for each label of its channel, in
 * the order of the set; after the fourth they begin anew. 0 for a label that the set has not.
 */
export function lineOf({ labels }: LabelSet, { id, channel }: Pick<Label, 'id' | 'channel'>): number {
  const place = labels.filter((label) => label.channel === channel).findIndex((label) => label.id === id);
  return Math.max(0, place) % LINES;
}

/** The label that the digit applies, or undefined. */
export function labelForKey(labelSet: LabelSet, key: string): Label | undefined {
  return labelSet.labels.find((label) => label.key !== '' && label.key === key);
}

/** The attribute of the label that has a value with this letter, and the value; undefined where none has. */
export function valueForKey(
  label: Label | undefined,
  letter: string,
): { readonly attribute: Attribute; readonly value: ChoiceValue } | undefined {
  for (const attribute of label?.attributes ?? []) {
    const value = attribute.values.find(({ key }) => key !== '' && key === letter);
    if (value) return { attribute, value };
  }
  return undefined;
}

/** The attribute with the id if it holds words of the text, or without an id the label's first that does; else undefined. */
export function wordsAttribute(label: Label | undefined, id?: AttributeId): Attribute | undefined {
  return label?.attributes.find((attribute) => attribute.kind === 'range' && (id ?? attribute.id) === attribute.id);
}

/** The link type with this id, or undefined where the set has none. */
export function findLinkType(labelSet: LabelSet, id: LinkTypeId): LinkType | undefined {
  return labelSet.linkTypes.find((type) => type.id === id);
}

/** The attribute of the label with this id, or undefined. */
export function findAttribute(label: Label | undefined, id: AttributeId): Attribute | undefined {
  return label?.attributes.find((attribute) => attribute.id === id);
}
