import { type Layer } from '#core/project/project.ts';
import { compareLinks } from '#core/spans/link.ts';
import { compareSpans } from '#core/spans/span.ts';
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

/** 16 hexadecimal digits for a text, of its UTF-16 code units, each as two bytes. */
export function textDigest(text: string): string {
  return fnv1a64(utf16Bytes(text));
}

/** The same bytes give the same 16 digits: FNV-1a with 64 bits, https://www.rfc-editor.org/rfc/rfc9923. */
export function fnv1a64(bytes: Iterable<number>): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    // Times the prime 2^40 + 0x1b3, in two halves: no product of 32 bits and 0x1b3 leaves what a number holds exactly.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 2 ** 32);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return `${hex(high)}${hex(low)}`;
}

function contentOf({ spans, links }: Layer): string {
  return JSON.stringify([
    spans.toSorted(compareSpans).map((span) => [span.id, markingText(span), span.note]),
    links.toSorted(compareLinks).map(({ id, type, from, to }) => [id, type, from, to]),
  ]);
}

function* utf16Bytes(text: string): Generator<number> {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    yield unit & 0xff;
    yield unit >>> 8;
  }
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}
