import { t } from '#language/t.ts';
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
    label('entity', t`Entity`, {
      description: t`A named person, organisation, place, event, product or work.`,
      key: '1',
      attributes: [
        attribute('type', t`Type`, 'choice', t`What kind of thing the name stands for here.`, [
          `person:${t`Person`}:p`,
          `organisation:${t`Organisation`}:o`,
          `place:${t`Place`}:c`,
          `event:${t`Event`}:e`,
          `work:${t`Product or work`}:w`,
          `other:${t`Other`}:x`,
        ]),
        attribute('wikidata', 'Wikidata', 'text', t`The item in Wikidata, such as Q42.`),
      ],
    }),
    label('claim', t`Claim`, {
      description: t`A statement that can be checked against the world.`,
      key: '2',
      tone: 'orange',
      channel: 'underline',
      smartExtent: 'sentence',
      attributes: [
        attribute('check-worthy', t`Check-worthy`, 'choice', t`Whether it is worth checking.`, [
          `yes:${t`Yes`}:y`,
          `no:${t`No`}:n`,
          `unsure:${t`Unsure`}:u`,
        ]),
        attribute('kind', t`Kind`, 'choice', t`What kind of statement it is.`, [
          `fact:${t`Fact about past or present`}:t`,
          `prediction:${t`Prediction`}:r`,
          `number:${t`Number`}:m`,
          `cause:${t`Cause`}:e`,
          `opinion:${t`Opinion-like`}:i`,
        ]),
      ],
    }),
    label('quote', t`Quote`, {
      description: t`Words attributed to somebody, with their quotation marks.`,
      key: '3',
      tone: 'teal',
      channel: 'bracket',
      smartExtent: 'quotation',
      attributes: [
        attribute('form', t`Form`, 'choice', t`Whether the words are the speaker’s own.`, [
          `direct:${t`Direct`}:d`,
          `indirect:${t`Indirect`}:i`,
          `mixed:${t`Mixed`}:m`,
        ]),
        attribute('cue', t`Cue`, 'range', t`The words that say that something is said: said, told.`),
      ],
    }),
  ],
  linkTypes: [
    linkType('speaker', t`Speaker`, ['quote'], ['entity'], {
      description: t`Who says the words.`,
      isRequired: true,
    }),
    linkType('claimant', t`Claimant`, ['claim'], ['entity'], {
      description: t`Who makes the claim.`,
      isRequired: true,
    }),
    linkType('made-in', t`Made in`, ['claim'], ['quote'], { description: t`The quote in which the claim is made.` }),
    linkType('same-as', t`Same as`, ['entity'], ['entity'], {
      description: t`Another name for the same thing.`,
      isSingle: false,
    }),
  ],
};
