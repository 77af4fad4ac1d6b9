import { type LooseLayer, type LooseLink, type LooseSpan } from '#formats/exchange/loose.ts';

/** Gathers what several lines say about one document, a layer for each annotator. */
export interface LayerMerger {
  readonly add: (layer: LooseLayer, line: number) => void;
  readonly layers: () => readonly LooseLayer[];
}

/** Recipes that ask about one span at a time give a line for each: what is new in it comes to the layer that is there. */
export function createLayerMerger(): LayerMerger {
  const growing = new Map<string, Growing>();
  return {
    add: (layer, line) => {
      const known = growing.get(layer.annotator);
      if (known) grow(known, layer, line);
      else growing.set(layer.annotator, newGrowing(layer));
    },
    layers: () => [...growing.values()].map(({ layer, spans, links }) => ({ ...layer, spans, links })),
  };
}

interface Growing {
  layer: LooseLayer;
  readonly spans: LooseSpan[];
  readonly links: LooseLink[];
  /** The id of the span with this label in this place. */
  readonly idOf: Map<string, string>;
}

function newGrowing(layer: LooseLayer): Growing {
  const idOf = new Map(layer.spans.map((span) => [keyOf(span), span.id]));
  return { layer, spans: [...layer.spans], links: [...layer.links], idOf };
}

function grow(known: Growing, { isPrediction, spans, links }: LooseLayer, line: number): void {
  const renamed = new Map<string, string>();
  for (const span of spans) {
    const same = known.idOf.get(keyOf(span));
    const id = same ?? `${span.id}, line ${line}`;
    renamed.set(span.id, id);
    if (same !== undefined) continue;
    known.spans.push({ ...span, id });
    known.idOf.set(keyOf(span), id);
  }
  for (const { id, type, from, to } of links) {
    known.links.push({ id: `${id}, line ${line}`, type, from: renamed.get(from)!, to: renamed.get(to)! });
  }
  known.layer = { ...known.layer, isPrediction: known.layer.isPrediction && isPrediction };
}

function keyOf({ label, ranges }: LooseSpan): string {
  return JSON.stringify([label, ranges[0]!.from, ranges[0]!.to]);
}
