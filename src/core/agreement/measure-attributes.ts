import { alignLayers } from '#core/alignment/align-layers.ts';
import { type Attribute, type AttributeId, type AttributeValue, isRange } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findAttribute, findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type AnnotatorId, type Layer } from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';
import { type ComparedLayer, type Comparison } from './compared.ts';
import { type Work } from './progress.ts';

/** What annotators chose for an attribute of one thing: of each who marked it with the label and said anything, the value. */
export type AttributeUnit = readonly (readonly string[])[];

/** The values of one attribute of one label, article by article. */
export interface MeasuredAttribute {
  readonly label: LabelId;
  readonly attribute: AttributeId;
  /** True where a value is a set, as of an attribute of the kind `several`. */
  readonly isSet: boolean;
  readonly articles: readonly { readonly article: number; readonly units: readonly AttributeUnit[] }[];
}

interface Growing extends MeasuredAttribute {
  readonly articles: { readonly article: number; readonly units: AttributeUnit[] }[];
}

/** What annotators say about one thing that they gave one label: of each who said anything, the value and its items. */
interface ValuedUnit {
  readonly label: LabelId;
  readonly attribute: AttributeId;
  readonly held: readonly {
    readonly annotatorId: AnnotatorId;
    readonly span: Span;
    readonly value: AttributeValue;
    readonly items: readonly string[];
  }[];
}

/**
 * What the layers of an article say about the same things: spans of one label in one group of the alignment that review shows
 * too. An attribute that somebody left open is missing data.
 */
export function valuedOn(layers: readonly ComparedLayer[]): readonly ValuedUnit[] {
  if (!layers.some(({ spans }) => spans.some(({ attributes }) => attributes.length > 0))) return [];
  return alignLayers(layers.map(withoutTwinsOf)).flatMap(({ members }) => {
    const marked = members.flatMap(({ annotatorId, span }) => (span ? [{ annotatorId, span }] : []));
    return [...new Set(marked.map(({ span }) => span.label))].flatMap((label) => {
      const same = marked.filter(({ span }) => span.label === label);
      const ids = new Set(same.flatMap(({ span }) => span.attributes.map((each) => each.id)));
      return [...ids].map((attribute) => ({
        label,
        attribute,
        held: same.flatMap(({ annotatorId, span }) => {
          const held = span.attributes.find((each) => each.id === attribute);
          return held ? [{ annotatorId, span, value: held.value, items: itemsOf(held.value) }] : [];
        }),
      }));
    });
  });
}

/** Collects what annotators say about the same things, by label and attribute. */
export function* measureAttributes(
  { articles, labels }: Comparison,
  labelSet: LabelSet,
): Work<readonly MeasuredAttribute[]> {
  const measured = new Map<string, Growing>();
  for (const [article, { layers }] of articles.entries()) {
    yield { step: 'attributes', done: article, of: articles.length };
    for (const { label, attribute, held } of valuedOn(layers)) {
      const key = JSON.stringify([label, attribute]);
      const isSet = isSetValued(findAttribute(findLabel(labelSet, label), attribute));
      const known: Growing = measured.get(key) ?? { label, attribute, isSet, articles: [] };
      measured.set(key, known);
      if (known.articles.at(-1)?.article !== article) known.articles.push({ article, units: [] });
      known.articles.at(-1)!.units.push(held.map(({ items }) => items));
    }
  }
  const order = new Map(labels.map((label, place) => [label, place]));
  const placeOf = ({ label, attribute }: MeasuredAttribute): number =>
    findLabel(labelSet, label)?.attributes.findIndex(({ id }) => id === attribute) ?? -1;
  return [...measured.values()].toSorted(
    (a, b) => order.get(a.label)! - order.get(b.label)! || placeOf(a) - placeOf(b),
  );
}

function withoutTwinsOf({ layer, spans }: ComparedLayer): Layer {
  return spans.length === layer.spans.length ? layer : { ...layer, spans, links: [] };
}

function isSetValued(attribute: Attribute | undefined): boolean {
  return attribute?.kind === 'several';
}

/** The value as a set of texts: of one item but for several choices. */
function itemsOf(value: AttributeValue): readonly string[] {
  if (Array.isArray(value)) return (value as readonly string[]).toSorted();
  return [isRange(value) ? `${value.from}–${value.to}` : String(value)];
}
