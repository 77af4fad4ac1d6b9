import { analyse } from 'chardet';
import { namedEncoding } from './named-encoding.ts';

/** Bytes that are looked at: enough for any language. */
const SAMPLE = 64 * 1024;

/** Weighed whatever the statistics say, which often miss them in short texts. */
const ALWAYS = ['windows-1252', 'windows-1251', 'windows-1250'] as const;

/**
 * The encoding of a text that is not UTF-8: UTF-16 by its zero bytes, else what the statistics of languages hold for likeliest
 * among those in which the bytes are words. A guess, which a person must be able to change.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const wide = wideEncodingOf(sample);
  if (wide !== undefined) return wide;
  const weighed = new Map<string, number>(ALWAYS.map((name) => [name, 20]));
  for (const { name, confidence } of analyse(sample)) {
    const encoding = namedEncoding(name);
    if (encoding === undefined || encoding.startsWith('utf')) continue;
    weighed.set(encoding, Math.max(confidence, weighed.get(encoding) ?? 0));
  }
  let best = { encoding: 'windows-1252', weight: -Infinity };
  for (const [encoding, confidence] of weighed) {
    const weight = confidence - 100 * shareOfOddities(new TextDecoder(encoding).decode(sample));
    if (weight > best.weight) best = { encoding, weight };
  }
  return best.encoding;
}

/** UTF-16 without a mark: text in a Latin alphabet has a zero in every other byte. Undefined for anything else. */
export function wideEncodingOf(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  const half = sample.length / 2;
  if (odd > 0.3 * half && even < 0.05 * half) return 'utf-16le';
  if (even > 0.3 * half && odd < 0.05 * half) return 'utf-16be';
  return undefined;
}

/** What no text of a person has: control characters, signs within words, a small letter before a capital, mixed alphabets. */
const ODDITIES =
  /[\u0080-\u009F\uFFFD]|(?<=\p{L})[\u00A1-\u00BF×÷¤](?=\p{L})|\p{Ll}\p{Lu}|(?<=\p{Script=Latin})\p{Script=Cyrillic}|(?<=\p{Script=Cyrillic})\p{Script=Latin}/gu;
const BEYOND_ASCII = /[^\p{ASCII}]/gu;

function shareOfOddities(text: string): number {
  const others = text.match(BEYOND_ASCII)?.length ?? 0;
  return others === 0 ? 0 : Math.min(1, (text.match(ODDITIES)?.length ?? 0) / others);
}
