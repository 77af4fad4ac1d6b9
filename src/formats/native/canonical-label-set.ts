import { type Attribute } from '#core/labels/attribute.ts';
import { type Label, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkType } from '#core/labels/link-type.ts';
import { type GuidelineExample, type GuidelineVersion } from '#core/project/guidelines.ts';
import { wellFormed } from '#formats/wording.ts';

/** The label set with its fields in the order that files have; lone surrogates become U+FFFD. */
export function canonicalLabelSet({ labels, linkTypes }: LabelSet): LabelSet {
  return { labels: labels.map(canonicalLabel), linkTypes: linkTypes.map(canonicalLinkType) };
}

/** A version of the guidelines with its fields in the order that files have; lone surrogates become U+FFFD. */
export function canonicalGuidelines({ number, at, by, text, labels }: GuidelineVersion): GuidelineVersion {
  return {
    number,
    at,
    by: wellFormed(by),
    text: wellFormed(text),
    labels: labels.map(({ label, text: about, examples }) => {
      return { label, text: wellFormed(about), examples: examples.map(canonicalExample) };
    }),
  };
}

function canonicalLabel(label: Label): Label {
  const { id, name, description, key, tone, channel, smartExtent, overlapsItself, attributes } = label;
  return {
    id,
    name: wellFormed(name),
    description: wellFormed(description),
    key,
    tone,
    channel,
    smartExtent,
    overlapsItself,
    attributes: attributes.map(canonicalAttribute),
  };
}

function canonicalAttribute({ id, name, description, kind, isRequired, values }: Attribute): Attribute {
  return {
    id,
    name: wellFormed(name),
    description: wellFormed(description),
    kind,
    isRequired,
    values: values.map((value) => ({ id: value.id, name: wellFormed(value.name), key: value.key })),
  };
}

function canonicalLinkType({ id, name, description, from, to, isSingle, isRequired }: LinkType): LinkType {
  return {
    id,
    name: wellFormed(name),
    description: wellFormed(description),
    from: [...from],
    to: [...to],
    isSingle,
    isRequired,
  };
}

function canonicalExample({ before, quote, after, source, isGood, comment }: GuidelineExample): GuidelineExample {
  return {
    before: wellFormed(before),
    quote: wellFormed(quote),
    after: wellFormed(after),
    source: wellFormed(source),
    isGood,
    comment: wellFormed(comment),
  };
}
