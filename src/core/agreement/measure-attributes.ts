import { alignLayers } from '#core/alignment/align-layers.ts';
import { type Attribute, type AttributeId, type AttributeValue, isRange } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findAttribute, findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type Layer } from '#core/project/project.ts';
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

/**
 * Collects what annotators say about the same things: spans of one label in one group of the alignment that review shows too.
 * An attribute that somebody left open is missing data.
 */
export function* measureAttributes(
  { articles, labels }: Comparison,
  labelSet: LabelSet,
): Work<readonly MeasuredAttribute[]> {
  const measured = new Map<string, Growing>();
  for (const [article, { layers }] of articles.entries()) {
    yield { step: 'attributes', done: article, of: articles.length };
    if (!layers.some(({ spans }) => spans.some(({ attributes }) => attributes.length > 0))) continue;
    for (const { members } of alignLayers(layers.map(withoutTwinsOf))) {
      const spans = members.flatMap(({ span }) => span ?? []);
      for (const label of new Set(spans.map((span) => span.label))) {
        const same = spans.filter((span) => span.label === label);
        for (const id of new Set(same.flatMap(({ attributes }) => attributes.map((each) => each.id)))) {
          const key = JSON.stringify([label, id]);
          const attribute = findAttribute(findLabel(labelSet, label), id);
          const known: Growing = measured.get(key) ?? {
            label,
            attribute: id,
            isSet: isSetValued(attribute),
            articles: [],
          };
          measured.set(key, known);
          if (known.articles.at(-1)?.article !== article) known.articles.push({ article, units: [] });
          const unit = same.flatMap(({ attributes }) => {
            const held = attributes.find((each) => each.id === id);
            return held ? [itemsOf(held.value)] : [];
          });
          known.articles.at(-1)!.units.push(unit);
        }
      }
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
