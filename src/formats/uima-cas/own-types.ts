import { type Attribute } from '#core/labels/attribute.ts';
import { type Label, type LabelSet } from '#core/labels/label-set.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { safeName } from '#formats/xml/safe-names.ts';
import { ANNOTATION, type CasFeature, type CasType, STRING_ARRAY } from './cas.ts';

/** Types of labels and link types, followed by their ids in a form that UIMA takes. */
export const LABEL_TYPE = 'spanmark.label.';
export const LINK_TYPE = 'spanmark.link.';
/** What an article and its layer are, besides text and spans. */
export const ARTICLE_TYPE = 'spanmark.Article';
/** Leads from a part of an interrupted span to the next one. */
export const CONTINUATION_TYPE = 'spanmark.Continuation';
/** In front of an attribute's name: where the words of its value are. */
export const BEGIN_OF = 'begin_of_';
export const END_OF = 'end_of_';
/** The relations of INCEpTION, whose names for their two ends are these alone. */
export const FROM = 'Governor';
export const TO = 'Dependent';

const OWN_FEATURES = ['id', 'note', 'createdAt', 'changedAt'] as const;
const RESERVED = new Set<string>([...OWN_FEATURES, 'begin', 'end', 'sofa']);
const ARTICLE_FEATURES = [
  'article',
  'title',
  'author',
  'source',
  'date',
  'language',
  'annotator',
  'annotatorName',
  'status',
] as const;

/** The name of the feature that an attribute's value is in. */
export function featureName(attributeId: string): string {
  return safeName(attributeId, isOwnFeature);
}

/** True for features of a label's type that hold no attribute of their own. */
export function isOwnFeature(name: string): boolean {
  return RESERVED.has(name) || name.startsWith(BEGIN_OF) || name.startsWith(END_OF);
}

/**
 * A type for each label and each link type. All are direct children of Annotation with plain features, since INCEpTION makes
 * layers only of such types.
 */
export function ownTypes({ labels, linkTypes }: LabelSet): readonly CasType[] {
  const ends = [feature(FROM, ANNOTATION, 'Where the link starts.'), feature(TO, ANNOTATION, 'Where the link ends.')];
  return [
    ...labels.map((label) => labelType(label)),
    ...linkTypes.map(({ id, name, description }): CasType => {
      const features = [...ends, ...strings(['id'])];
      return {
        name: LINK_TYPE + safeName(id),
        superType: ANNOTATION,
        description: describe(name, description),
        features,
      };
    }),
    {
      name: CONTINUATION_TYPE,
      superType: ANNOTATION,
      description: 'From a part of an interrupted span to its next part.',
      features: ends,
    },
    {
      name: ARTICLE_TYPE,
      superType: 'uima.cas.AnnotationBase',
      description: 'What the article is and whose layer this is. Offsets are in UTF-16 code units.',
      features: strings(ARTICLE_FEATURES),
    },
  ];
}

/** Reports each label, link type and attribute whose id had to be written in another form; reading gives it back. */
export function reportRenamed({ labels, linkTypes }: LabelSet, losses: LossLog): void {
  const report = (id: string, written: string): void => {
    if (id !== written) losses.add({ reason: 'label-renamed', detail: `${id} → ${written}` });
  };
  for (const { id, attributes } of labels) {
    report(id, safeName(id));
    for (const attribute of attributes) report(attribute.id, featureName(attribute.id));
  }
  for (const { id } of linkTypes) report(id, safeName(id));
}

function labelType({ id, name, description, attributes }: Label): CasType {
  return {
    name: LABEL_TYPE + safeName(id),
    superType: ANNOTATION,
    description: describe(name, description),
    features: [...strings(OWN_FEATURES), ...attributes.flatMap(attributeFeatures)],
  };
}

function attributeFeatures({ id, name, description, kind }: Attribute): readonly CasFeature[] {
  const named = featureName(id);
  const value = feature(named, RANGES[kind], describe(name, description));
  if (kind !== 'range') return [value];
  return [
    value,
    feature(BEGIN_OF + named, 'uima.cas.Integer', `Where the words of ${named} begin.`),
    feature(END_OF + named, 'uima.cas.Integer', `Where the words of ${named} end.`),
  ];
}

const RANGES: Readonly<Record<Attribute['kind'], string>> = {
  choice: 'uima.cas.String',
  several: STRING_ARRAY,
  'yes-no': 'uima.cas.Boolean',
  text: 'uima.cas.String',
  number: 'uima.cas.Double',
  range: 'uima.cas.String',
};

function strings(names: readonly string[]): readonly CasFeature[] {
  return names.map((name) => feature(name, 'uima.cas.String', ''));
}

function feature(name: string, range: string, description: string): CasFeature {
  return { name, range, description };
}

function describe(name: string, description: string): string {
  return description === '' ? name : `${name}: ${description}`;
}
