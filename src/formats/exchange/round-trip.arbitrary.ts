import type * as fc from 'fast-check';
import { type Attribute, type AttributeValue } from '#core/labels/attribute.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Annotator, type Layer } from '#core/project/project.ts';
import { type Link } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanAttribute } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { trimRange } from '#core/text/words.ts';
import { type Problem } from '#formats/problem.ts';
import { type Carries } from './carries.ts';
import { nameAnnotators } from './name-annotators.ts';
import { NOTHING_CHOSEN } from './dataset-choices.ts';
import { type FilePart } from './dataset.ts';
import { type Loss, type LossReason } from './losses.ts';
import { type ReadDataset, type SourceFile } from './loose.ts';
import { toBundle } from './to-bundle.ts';

/** ISO time that stands for whatever a format does not carry. */
export const SOME_TIME = '2000-01-01T00:00:00.000Z';

/** Bundles whose spans hold values of the attributes that their labels have, one span in two for each. */
export function exchangedBundleArbitrary(): fc.Arbitrary<Bundle> {
  return bundleArbitrary().map((bundle) => ({
    ...bundle,
    layers: bundle.layers.map((layer) => ({
      ...layer,
      spans: layer.spans.map((span, index) => ({ ...span, attributes: fittingAttributes(bundle, span, index) })),
    })),
  }));
}

function fittingAttributes({ project }: Bundle, span: Span, index: number): readonly SpanAttribute[] {
  const { attributes } = findLabel(project.labelSet, span.label)!;
  const held = attributes.flatMap((attribute, place): SpanAttribute[] => {
    const value = (index + place) % 2 === 0 ? valueFor(attribute, span, index) : undefined;
    return value === undefined ? [] : [{ id: attribute.id, value }];
  });
  return held.toSorted((a, b) => compareText(a.id, b.id));
}

function valueFor({ kind, values }: Attribute, { ranges, note }: Span, index: number): AttributeValue | undefined {
  switch (kind) {
    case 'choice':
      return values[index % Math.max(1, values.length)]?.id;
    case 'several': {
      const chosen = values.slice(0, 1 + (index % 3)).map(({ id }) => id);
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'yes-no':
      return index % 2 === 0;
    case 'text':
      return note === '' ? 'some words' : note;
    case 'number':
      return index - 1.5;
    case 'range':
      return ranges[0];
  }
}

/** What a layer says, without what only the bundle as a whole tells. */
export interface Essence {
  readonly articleId: string;
  readonly annotatorId: string;
  readonly status: string;
  readonly spans: readonly unknown[];
  readonly links: readonly unknown[];
}

/** What is compared before and after: layers, and what their annotators are called. */
export interface Told {
  readonly layers: readonly Essence[];
  readonly annotators: readonly Annotator[];
}

/** The layers that the reader finds in the parts, put together to files, in a library that has the bundle's articles. */
export function readBack(
  read: ReadDataset,
  parts: readonly FilePart[],
  bundle: Bundle,
  carries: Carries,
): Told & { readonly problems: readonly Problem[] } {
  const { bundle: back, problems } = toBundle(read(filesOf(parts)), {
    project: bundle.project,
    articleOf: ({ name, text }) =>
      bundle.articles.find((each) => each.id === name) ?? bundle.articles.find((each) => each.text === text),
    annotatorOf: nameAnnotators([]),
    ...NOTHING_CHOSEN,
    at: SOME_TIME,
  });
  const layers = essenceOf(back.layers, carries);
  return { layers, annotators: annotatorsOf(layers, back.annotators), problems };
}

/** What must come back: the bundle's layers and their annotators without what the losses name. */
export function expectedAfter(bundle: Bundle, losses: readonly Loss[], carries: Carries): Told {
  const gone = lossSet(losses);
  const texts = new Map(bundle.articles.map(({ id, text }) => [id, text]));
  const layers = bundle.layers.map((layer) => {
    const at = [layer.articleId, layer.annotatorId] as const;
    // Where a format has a way to tell the parts of a span, they come back as one.
    const isSplit = ({ id }: Span): boolean => carries.fragments === 'no' && gone.has('discontinuous-split', ...at, id);
    const spans = layer.spans
      .filter(({ id }) => !SPAN_DROPPED.some((reason) => gone.has(reason, ...at, id)))
      .map((span) => ({
        ...span,
        ranges: gone.has('trimmed-whitespace', ...at, span.id)
          ? span.ranges.flatMap((range) => trimRange(texts.get(layer.articleId)!, range) ?? [])
          : span.ranges,
        attributes: span.attributes.filter(({ id }) => !gone.has('attribute-dropped', ...at, span.id, id)),
        note: gone.has('note-dropped', ...at, span.id) ? '' : span.note,
        ...(carries.times === 'yes' ? {} : { createdAt: SOME_TIME, changedAt: SOME_TIME }),
      }))
      .flatMap((span) => (isSplit(span) ? partsOf(span) : [span]))
      .toSorted(compareSpans);
    const links = layer.links.filter(({ id }) => !LINK_DROPPED.some((reason) => gone.has(reason, ...at, id)));
    return { ...layer, spans, links };
  });
  const told = essenceOf(layers, carries);
  const nameless = new Set(
    losses.flatMap((loss) => (loss.reason === 'annotator-name-dropped' ? [loss.annotatorId] : [])),
  );
  const annotators = bundle.annotators.map(({ id, name }) => ({ id, name: nameless.has(id) ? '' : name }));
  return { layers: told, annotators: annotatorsOf(told, annotators) };
}

/** Those whose layers these are. Who has no name is called by the id. */
export function annotatorsOf(layers: readonly Essence[], annotators: readonly Annotator[]): readonly Annotator[] {
  const ids = new Set(layers.map(({ annotatorId }) => annotatorId));
  return annotators
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => ({ id, name: name.trim() === '' ? id : name }))
    .toSorted((a, b) => compareText(a.id, b.id));
}

const SPAN_DROPPED: readonly LossReason[] = [
  'label-dropped',
  'overlap-dropped',
  'nested-dropped',
  'discontinuous-dropped',
  'not-on-token-boundary',
  'duplicate-merged',
  'zero-length-dropped',
];
const LINK_DROPPED: readonly LossReason[] = ['link-dropped', 'link-endpoint-dropped'];

/** Each part of the span as a span of its own; links go to the first, which keeps the id. */
function partsOf(span: Span): readonly Span[] {
  return span.ranges.map((range, part) => ({
    ...span,
    id: part === 0 ? span.id : (`${span.id} part ${part}` as Span['id']),
    ranges: [range],
  }));
}

/** What layers say. Without a status an empty layer leaves no trace, and all others count as done. */
export function essenceOf(layers: readonly Layer[], { status: hasStatus, ids }: Carries): readonly Essence[] {
  return layers
    .filter(({ spans }) => hasStatus === 'yes' || spans.length > 0)
    .map(({ articleId, annotatorId, status, spans, links }) => ({
      articleId,
      annotatorId,
      status: hasStatus === 'yes' ? status : 'done',
      ...(ids === 'no' ? withoutIds(spans, links) : withIds(spans, links)),
    }))
    .toSorted((a, b) => compareText(a.articleId, b.articleId) || compareText(a.annotatorId, b.annotatorId));
}

function withIds(spans: readonly Span[], links: readonly Link[]): Pick<Essence, 'spans' | 'links'> {
  return {
    spans: spans.map((span) => ({ ...span, origin: undefined })),
    links: links.map(({ id, type, from, to }) => ({ id, type, from, to })),
  };
}

/** Spans by what they say, and links by that of their ends, in an order that ids have no part in. */
function withoutIds(spans: readonly Span[], links: readonly Link[]): Pick<Essence, 'spans' | 'links'> {
  const said = new Map(
    spans.map(({ id, label, ranges, attributes, note, createdAt, changedAt }) => {
      const places = ranges.map(({ from, to }) => [from, to]);
      const values = attributes.map((attribute) => [attribute.id, attribute.value]);
      return [id, JSON.stringify([places, label, values, note, createdAt, changedAt])];
    }),
  );
  return {
    spans: [...said.values()].toSorted(compareText),
    links: links
      .map(({ type, from, to }) => JSON.stringify([type, said.get(from), said.get(to)]))
      .toSorted(compareText),
  };
}

function lossSet(losses: readonly Loss[]) {
  const keys = new Set(
    losses.map(({ reason, articleId, annotatorId, spanId, linkId, attribute }) =>
      JSON.stringify([
        reason,
        articleId,
        annotatorId,
        spanId ?? linkId,
        ...(attribute === undefined ? [] : [attribute]),
      ]),
    ),
  );
  return { has: (...key: readonly string[]): boolean => keys.has(JSON.stringify(key)) };
}

/** The files that parts make up. */
export function filesOf(parts: readonly FilePart[]): readonly SourceFile[] {
  const files = new Map<string, Uint8Array[]>();
  const encoder = new TextEncoder();
  for (const { path, content } of parts) {
    files.set(path, [...(files.get(path) ?? []), typeof content === 'string' ? encoder.encode(content) : content]);
  }
  return [...files].map(([path, chunks]) => {
    const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return { path, bytes };
  });
}
