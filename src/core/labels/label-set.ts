/** Identifies a label within its label set; stable when the label is renamed. */
export type LabelId = string & { readonly brand: 'LabelId' };

/** How a label is drawn in the text, so that three overlapping layers stay apart without relying on colour. */
export type Channel = 'fill' | 'underline' | 'bracket';

/** Named colours; each has a light and a dark value with tested contrast in ui/tones.css. */
export const TONES = ['blue', 'orange', 'teal', 'violet', 'rose', 'olive', 'amber', 'slate'] as const;
export type Tone = (typeof TONES)[number];

/** What a label takes around the caret when nothing is selected. */
export type SmartExtent = 'word' | 'name' | 'sentence' | 'quotation';

/** One kind of span. `key` is the single digit 1–9 that applies it, or empty. */
export interface Label {
  readonly id: LabelId;
  readonly name: string;
  readonly description: string;
  readonly key: string;
  readonly tone: Tone;
  readonly channel: Channel;
  readonly smartExtent: SmartExtent;
}

/** The labels of a project, in the order of the toolbar. Ids and non-empty keys are unique. */
export interface LabelSet {
  readonly labels: readonly Label[];
}

/** Entity, claim and quote: what a new project starts with. */
export const DEFAULT_LABEL_SET: LabelSet = {
  labels: [
    {
      id: 'entity' as LabelId,
      name: 'Entity',
      description: 'A named person, organisation, place, event, product or work.',
      key: '1',
      tone: 'blue',
      channel: 'fill',
      smartExtent: 'name',
    },
    {
      id: 'claim' as LabelId,
      name: 'Claim',
      description: 'A statement that can be checked against the world.',
      key: '2',
      tone: 'orange',
      channel: 'underline',
      smartExtent: 'sentence',
    },
    {
      id: 'quote' as LabelId,
      name: 'Quote',
      description: 'Words attributed to somebody, with their quotation marks.',
      key: '3',
      tone: 'teal',
      channel: 'bracket',
      smartExtent: 'quotation',
    },
  ],
};

/** The label with this id, or undefined where the set has none. */
export function findLabel(labelSet: LabelSet, id: LabelId): Label | undefined {
  return labelSet.labels.find((label) => label.id === id);
}

/** The label that the digit applies, or undefined. */
export function labelForKey(labelSet: LabelSet, key: string): Label | undefined {
  return labelSet.labels.find((label) => label.key !== '' && label.key === key);
}

/**
 * `ours` with the labels of `theirs` that it lacks, appended in their order; a label id in both keeps our definition.
 * A key already taken is dropped from the added label, never from ours.
 */
export function mergeLabelSets(ours: LabelSet, theirs: LabelSet): LabelSet {
  const missing = theirs.labels.filter((label) => !findLabel(ours, label.id));
  if (missing.length === 0) return ours;
  const taken = new Set(ours.labels.map((label) => label.key));
  const added = missing.map((label) => (taken.has(label.key) ? { ...label, key: '' } : label));
  return { labels: [...ours.labels, ...added] };
}
