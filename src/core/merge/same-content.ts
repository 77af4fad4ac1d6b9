import { type Layer } from '#core/project/project.ts';
import { sameLink } from '#core/spans/link.ts';
import { sameSpan } from '#core/spans/span.ts';

/** True where status, spans and links are equal, whatever the time of the last edit. */
export function sameContent(a: Layer, b: Layer): boolean {
  return (
    a.status === b.status &&
    a.spans.length === b.spans.length &&
    a.links.length === b.links.length &&
    a.spans.every((span, index) => sameSpan(span, b.spans[index]!)) &&
    a.links.every((link, index) => sameLink(link, b.links[index]!))
  );
}
