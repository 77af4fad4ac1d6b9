import { t } from '#language/t.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type ProblemList } from '#formats/problem.ts';
import { quoted } from '#formats/wording.ts';
import { checkUnique } from './check-unique.ts';
import { type LayerShape } from './shape.ts';

/**
 * Checks that the links' ids are unique, their types exist, and each joins two different spans of the layer. Which labels a
 * type allows at its ends is not checked, for the label set may have changed since.
 */
export function checkLinks(
  { spans, links }: LayerShape,
  linkTypes: ReadonlySet<LinkTypeId>,
  place: string,
  problems: ProblemList,
): void {
  const known = new Set(spans.map(({ id }) => id));
  checkUnique(links, (index) => `${place}[${index}].id`, 'link', problems);
  for (const [index, { type, from, to }] of links.entries()) {
    if (problems.isFull) return;
    const here = `${place}[${index}]`;
    if (!linkTypes.has(type)) {
      problems.add(`${here}.type`, t`the label set has no link type with the id ${quoted(type)}`);
    }
    for (const [end, id] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (!known.has(id)) problems.add(`${here}.${end}`, t`the layer has no span with the id ${quoted(id)}`);
    }
    if (from === to) problems.add(here, t`the link ends at the span where it starts: ${quoted(from)}`);
  }
}
