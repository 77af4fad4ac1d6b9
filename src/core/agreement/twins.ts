import { labelAndPlace } from '#core/spans/label-and-place.ts';
import { type Span } from '#core/spans/span.ts';

/** The spans that are left of a layer when each is kept once: two of one label on the same ranges say the same thing. */
export function withoutTwins(spans: readonly Span[]): {
  readonly kept: readonly Span[];
  /** For each span that was left out, the one that says the same. */
  readonly twinOf: ReadonlyMap<Span['id'], Span['id']>;
} {
  const first = new Map<string, Span>();
  const twinOf = new Map<Span['id'], Span['id']>();
  for (const span of spans) {
    const key = labelAndPlace(span);
    const known = first.get(key);
    if (known) twinOf.set(span.id, known.id);
    else first.set(key, span);
  }
  return { kept: [...first.values()], twinOf };
}
