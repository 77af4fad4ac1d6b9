import { t } from '#language/t.ts';
import { type AttributeId, attributeInWords, nameOfValue } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId, mayStartAt } from '#core/labels/link-type.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { attributeOf, type Span, type SpanId } from '#core/spans/span.ts';
import { foldWords } from './fold-text.ts';
import { foldName, keyOfAttribute, keyOfName } from './query.ts';
import { withSameAs } from '#core/spans/same-as.ts';

/** Tells of a layer's spans which of them pass; made once for each layer. */
export type SpanTest = (layer: Layer, article: Article) => (span: Span) => boolean;

/** A test, or a sentence that says why there is none. */
export type SpanTestOrProblem = SpanTest | string;

/** The folded words of a span; an interrupted span's parts are joined by a space. */
export function foldedWords(text: string, span: Span): string {
  return foldWords(span.ranges.map(({ from, to }) => text.slice(from, to)).join(' '));
}

/** Spans of the labels with this name or id. */
export function labelTest({ labels }: LabelSet, value: string): SpanTestOrProblem {
  const wanted = foldName(value);
  const ids = new Set(
    labels.filter(({ id, name }) => [id, name].some((one) => foldName(one) === wanted)).map(({ id }) => id),
  );
  if (ids.size === 0) return t`There is no label “${value}”.`;
  return () => (span) => ids.has(span.label);
}

/** Spans with this value for the attributes of this key: a choice by its name or id, free text and words by a part of them. */
export function valueTest({ labels }: LabelSet, key: string, value: string): SpanTestOrProblem {
  const wanted = foldName(value);
  if (wanted === '') return t`Say which value of “${key}” is wanted, such as ${key}:value.`;
  const attributes = attributesWithKey(labels, key);
  return (_, article) => (span) =>
    attributes.some(({ label, attribute }) => {
      const held = label === span.label ? attributeOf(span, attribute.id) : undefined;
      if (held === undefined) return false;
      if (attribute.kind === 'choice' || attribute.kind === 'several') {
        const ids = [held].flat().map(String);
        return ids.some((id) => foldName(id) === wanted || foldName(nameOfValue(attribute, id)) === wanted);
      }
      // A query means the same in every language of the interface.
      if (typeof held === 'boolean' && wanted === (held ? 'yes' : 'no')) return true;
      const words = foldName(attributeInWords(attribute, held, article.text));
      return attribute.kind === 'text' || attribute.kind === 'range' ? words.includes(wanted) : words === wanted;
    });
}

/** Spans with a note, a value for an attribute, or a link of a type that starts there. */
export function withTest(labelSet: LabelSet, value: string): SpanTestOrProblem {
  return presenceTest(labelSet, value, true);
}

/** Spans without a note, or those that could have a value or a link but have none. */
export function withoutTest(labelSet: LabelSet, value: string): SpanTestOrProblem {
  return presenceTest(labelSet, value, false);
}

/** Spans with exactly these words, quotation marks aside, and those that links of the type `same-as` join to them. */
export function calledTest(value: string): SpanTestOrProblem {
  const wanted = foldName(value);
  if (wanted === '') return t`Type the name after “called:”.`;
  return (layer, { text }) => {
    const called = layer.spans.filter((span) => foldName(foldedWords(text, span)) === wanted).map(({ id }) => id);
    const joined = withSameAs(layer.links, called);
    return ({ id }) => joined.has(id);
  };
}

function presenceTest(labelSet: LabelSet, value: string, isThere: boolean): SpanTestOrProblem {
  const key = keyOfName(value);
  if (key === 'note') return () => (span) => (span.note.trim() !== '') === isThere;
  const types = labelSet.linkTypes.filter(({ id, name }) => [id, name].some((one) => keyOfName(one) === key));
  if (types.length > 0) {
    return (layer) => {
      const starts = startsOf(layer, new Set(types.map(({ id }) => id)));
      return ({ id, label }) => starts.has(id) === isThere && types.some((type) => mayStartAt(type, label));
    };
  }
  const attributes = attributesWithKey(labelSet.labels, key);
  if (attributes.length === 0) return t`There is no link type and no attribute “${value}”.`;
  return () => (span) =>
    attributes.some(({ label, attribute }) => label === span.label && isSet(span, attribute.id) === isThere);
}

/** True where the span holds something for the attribute; an empty text is nothing. */
export function isSet(span: Span, id: AttributeId): boolean {
  const value = attributeOf(span, id);
  return value !== undefined && value !== '';
}

/** The spans at which links of these types start. */
export function startsOf({ links }: Layer, types: ReadonlySet<LinkTypeId>): ReadonlySet<SpanId> {
  return new Set(links.filter(({ type }) => types.has(type)).map(({ from }) => from));
}

function attributesWithKey(labels: LabelSet['labels'], key: string) {
  return labels.flatMap(({ id, attributes }) =>
    attributes
      .filter((attribute) => keyOfAttribute(attribute) === key || keyOfName(attribute.id) === key)
      .map((attribute) => ({ label: id satisfies LabelId, attribute })),
  );
}
