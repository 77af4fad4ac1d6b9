import * as fc from 'fast-check';
import { type ArticleId, type AnnotatorId, emptyLayer, type Layer, type LayerStatus } from '#core/project/project.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { compareLinks, type Link, type LinkId } from '#core/spans/link.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { spanArbitrary, spansArbitrary } from '#core/spans/spans.arbitrary.ts';
import { applyEdit } from './apply-edit.ts';
import { type Edit } from './edit.ts';
import { removeSpanEdit } from './remove-span-edit.ts';

/** How long the text of the layers made here is. */
const TEXT_LENGTH = 24;

/** What somebody wants to do, before it is known what the layer holds. */
export type Wish =
  | { readonly kind: 'put'; readonly span: Span }
  | { readonly kind: 'remove'; readonly which: number }
  | { readonly kind: 'link'; readonly id: string; readonly type: string; readonly ends: readonly [number, number] }
  | { readonly kind: 'unlink'; readonly which: number }
  | { readonly kind: 'status'; readonly status: LayerStatus }
  | { readonly kind: 'together'; readonly wishes: readonly Wish[] };

/** A layer with some spans in reading order, in any status. */
export function layerArbitrary(): fc.Arbitrary<Layer> {
  return fc.record({ spans: spansArbitrary(TEXT_LENGTH), status: statusArbitrary() }).map(({ spans, status }) => ({
    ...emptyLayer('article' as ArticleId, 'annotator' as AnnotatorId),
    status,
    spans: spans.toSorted(compareSpans),
    links: linksAmong(spans),
    changedAt: '2024-06-17T09:30:00.000Z',
  }));
}

/** Each span linked to the next, so that removing one has to take its links with it. */
function linksAmong(spans: readonly Span[]): readonly Link[] {
  const links = spans.slice(1).map((span, index) => linkOf(`link ${index}`, 'same-as', spans[index]!.id, span.id));
  return links.toSorted(compareLinks);
}

function linkOf(id: string, type: string, from: SpanId, to: SpanId): Link {
  const createdAt = '2024-06-17T09:30:00.000Z';
  return { id: id as LinkId, type: type as LinkTypeId, from, to, origin: 'hand', createdAt };
}

export function wishArbitrary(): fc.Arbitrary<Wish> {
  const single = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), span: spanArbitrary(TEXT_LENGTH) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat(7) }) },
    { weight: 2, arbitrary: linkWishArbitrary() },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('unlink' as const), which: fc.nat(7) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('status' as const), status: statusArbitrary() }) },
  );
  const several = fc.record({ kind: fc.constant('together' as const), wishes: fc.array(single, { maxLength: 4 }) });
  const nested = fc.record({
    kind: fc.constant('together' as const),
    wishes: fc.array(fc.oneof(single, several), { maxLength: 3 }),
  });
  return fc.oneof(
    { weight: 6, arbitrary: single },
    { weight: 2, arbitrary: several },
    { weight: 1, arbitrary: nested },
  );
}

/** The edit that fulfils the wish in this layer; one that changes nothing where it cannot be fulfilled. */
export function editFor(layer: Layer, wish: Wish): Edit {
  switch (wish.kind) {
    case 'put': {
      const before = findSpan(layer.spans, wish.span.id);
      return before ? { kind: 'replace-span', before, after: wish.span } : { kind: 'add-span', span: wish.span };
    }
    case 'remove': {
      const span = layer.spans[wish.which];
      return span ? removeSpanEdit(layer, span) : NOTHING;
    }
    case 'link': {
      const [from, to] = wish.ends.map((end) => layer.spans[end]);
      if (!from || !to || from === to || layer.links.some(({ id }) => id === wish.id)) return NOTHING;
      return { kind: 'add-link', link: linkOf(wish.id, wish.type, from.id, to.id) };
    }
    case 'unlink': {
      const link = layer.links[wish.which];
      return link ? { kind: 'remove-link', link } : NOTHING;
    }
    case 'status':
      return { kind: 'set-status', before: layer.status, after: wish.status };
    case 'together': {
      const edits: Edit[] = [];
      let now = layer;
      for (const each of wish.wishes) {
        edits.push(editFor(now, each));
        now = applyEdit(now, edits.at(-1)!);
      }
      return { kind: 'together', edits };
    }
  }
}

const NOTHING: Edit = { kind: 'together', edits: [] };

function linkWishArbitrary(): fc.Arbitrary<Wish> {
  return fc.record({
    kind: fc.constant('link' as const),
    id: fc.constantFrom('l', 'm', '__proto__'),
    type: fc.constantFrom('speaker', 'same-as'),
    ends: fc.tuple(fc.nat(7), fc.nat(7)),
  });
}

function statusArbitrary(): fc.Arbitrary<LayerStatus> {
  return fc.constantFrom('not-started', 'in-progress', 'done');
}
