import { type Layer } from '#core/project/project.ts';
import { compareLinks } from '#core/spans/link.ts';
import { compareSpans } from '#core/spans/span.ts';
import { textDigest } from '#core/text/text-digest.ts';
import { markingText } from './marking.ts';

/** The digests of layers that were asked for. As layers never change, this is no state. */
const digests = new WeakMap<Layer, string>();

/**
 * A name for what the layer says: 16 hexadecimal digits, the same for the same spans (label, ranges, attributes, notes) and
 * links in any order; times, origin and status do not count. Two layers of a project share one only by a chance that can be
 * left out of account; nothing is safe from somebody who wants them to.
 */
export function layerDigest(layer: Layer): string {
  let digest = digests.get(layer);
  if (digest === undefined) digests.set(layer, (digest = textDigest(contentOf(layer))));
  return digest;
}

function contentOf({ spans, links }: Layer): string {
  return JSON.stringify([
    spans.toSorted(compareSpans).map((span) => [span.id, markingText(span), span.note]),
    links.toSorted(compareLinks).map(({ id, type, from, to }) => [id, type, from, to]),
  ]);
}
