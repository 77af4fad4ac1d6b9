import * as fc from 'fast-check';
import { type ArticleId, type AnnotatorId, emptyLayer, type Layer, type LayerStatus } from '#core/project/project.ts';
import { findSpan } from '#core/spans/span-order.ts';
import { compareSpans, type Span } from '#core/spans/span.ts';
import { spanArbitrary, spansArbitrary } from '#core/spans/spans.arbitrary.ts';
import { applyEdit } from './apply-edit.ts';
import { type Edit } from './edit.ts';

/** How long the text of the layers made here is. */
export const TEXT_LENGTH = 24;

/** What somebody wants to do, before it is known what the layer holds. */
export type Wish =
  | { readonly kind: 'put'; readonly span: Span }
  | { readonly kind: 'remove'; readonly which: number }
  | { readonly kind: 'status'; readonly status: LayerStatus }
  | { readonly kind: 'together'; readonly wishes: readonly Wish[] };

/** A layer with some spans in reading order, in any status. */
export function layerArbitrary(): fc.Arbitrary<Layer> {
  return fc.record({ spans: spansArbitrary(TEXT_LENGTH), status: statusArbitrary() }).map(({ spans, status }) => ({
    ...emptyLayer('article' as ArticleId, 'annotator' as AnnotatorId),
    status,
    spans: spans.toSorted(compareSpans),
    changedAt: '2024-06-17T09:30:00.000Z',
  }));
}

export function wishArbitrary(): fc.Arbitrary<Wish> {
  const single = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), span: spanArbitrary(TEXT_LENGTH) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat(7) }) },
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
      return span ? { kind: 'remove-span', span } : { kind: 'together', edits: [] };
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

function statusArbitrary(): fc.Arbitrary<LayerStatus> {
  return fc.constantFrom('not-started', 'in-progress', 'done');
}
