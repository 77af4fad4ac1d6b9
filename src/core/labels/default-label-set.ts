import { type Attribute, type AttributeId, type AttributeKind, type ValueId } from './attribute.ts';
import { type LabelId } from './label-id.ts';
import { type Label, type LabelSet } from './label-set.ts';
import { type LinkType, type LinkTypeId } from './link-type.ts';

/** An attribute from a short notation: values as `id:Name:key`, the key may be left out. */
export function attribute(
  id: string,
  name: string,
  kind: AttributeKind,
  description: string,
  values: readonly string[] = [],
): Attribute {
  return {
    id: id as AttributeId,
    name,
    description,
    kind,
    isRequired: false,
    values: values.map((written) => {
      const [valueId = '', valueName = '', key = ''] = written.split(':');
      return { id: valueId as ValueId, name: valueName, key };
    }),
  };
}

/** A label that takes names, may overlap itself and has no attributes, but for what is given. */
export function label(id: string, name: string, given: Partial<Label> = {}): Label {
  return {
    id: id as LabelId,
    name,
    description: '',
    key: '',
    tone: 'blue',
    channel: 'fill',
    smartExtent: 'name',
    overlapsItself: true,
    attributes: [],
    ...given,
  };
}

/** A link type between the labels with these ids, at most one for each span unless said otherwise. */
export function linkType(
  id: string,
  name: string,
  from: readonly string[],
  to: readonly string[],
  given: Partial<LinkType> = {},
): LinkType {
  return {
    id: id as LinkTypeId,
    name,
    description: '',
    from: from as readonly LabelId[],
    to: to as readonly LabelId[],
    isSingle: true,
    isRequired: false,
    ...given,
  };
}

/** Entity, claim and quote, with who said it and who makes the claim: what a new project starts with. */
export const DEFAULT_LABEL_SET: LabelSet = {
  labels: [
    label('entity', 'Entity', {
      description: 'A named person, organisation, place, event, product or work.',
      key: '1',
      attributes: [
        attribute('type', 'Type', 'choice', 'What kind of thing the name stands for here.', [
          'person:Person:p',
          'organisation:Organisation:o',
          'place:Place:c',
          'event:Event:e',
          'work:Product or work:w',
          'other:Other:x',
        ]),
        attribute('wikidata', 'Wikidata', 'text', 'The item in Wikidata, such as Q42.'),
      ],
    }),
    label('claim', 'Claim', {
      description: 'A statement that can be checked against the world.',
      key: '2',
      tone: 'orange',
      channel: 'underline',
      smartExtent: 'sentence',
      attributes: [
        attribute('check-worthy', 'Check-worthy', 'choice', 'Whether it is worth checking.', [
          'yes:Yes:y',
          'no:No:n',
          'unsure:Unsure:u',
        ]),
        attribute('kind', 'Kind', 'choice', 'What kind of statement it is.', [
          'fact:Fact about past or present:t',
          'prediction:Prediction:r',
          'number:Number:m',
          'cause:Cause:e',
          'opinion:Opinion-like:i',
        ]),
      ],
    }),
    label('quote', 'Quote', {
      description: 'Words attributed to somebody, with their quotation marks.',
      key: '3',
      tone: 'teal',
      channel: 'bracket',
      smartExtent: 'quotation',
      attributes: [
        attribute('form', 'Form', 'choice', 'Whether the words are the speaker’s own.', [
          'direct:Direct:d',
          'indirect:Indirect:i',
          'mixed:Mixed:m',
        ]),
        attribute('cue', 'Cue', 'range', 'The words that say that something is said: said, told.'),
      ],
    }),
  ],
  linkTypes: [
    linkType('speaker', 'Speaker', ['quote'], ['entity'], {
      description: 'Who says the words.',
      isRequired: true,
    }),
    linkType('claimant', 'Claimant', ['claim'], ['entity'], {
      description: 'Who makes the claim.',
      isRequired: true,
    }),
    linkType('made-in', 'Made in', ['claim'], ['quote'], { description: 'The quote in which the claim is made.' }),
    linkType('same-as', 'Same as', ['entity'], ['entity'], {
      description: 'Another name for the same thing.',
      isSingle: false,
    }),
  ],
};
