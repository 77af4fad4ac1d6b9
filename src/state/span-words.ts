import { t } from '#language/t.ts';
import { smallInSentence } from '#language/case.ts';
import { attributeInWords } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { missingItems } from '#core/project/missing-items.ts';
import { type Layer } from '#core/project/project.ts';
import { type Link, linksAt } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { cutBehind } from '#core/text/cut-behind.ts';

/** Longer words of a linked span are cut where they only name it. */
const SHOWN_LENGTH = 60;

/** What is said about a span beside its label and words: values, links and what is missing, each as a few words. */
export function spanInWords(
  labelSet: LabelSet,
  layer: Layer,
  span: Span,
  text: string,
): { readonly told: readonly string[]; readonly missing: readonly string[] } {
  const values = valuesInWords(labelSet, span, text);
  const links = linksAt(layer.links, span.id).flatMap((link) => {
    const words = linkInWords(labelSet, layer, link, span, text);
    return words === undefined ? [] : [words];
  });
  const missing = missingItems(labelSet, layer, span);
  return {
    told: [...values, ...links],
    missing: [...missing.attributes, ...missing.linkTypes].map(({ name }) => t`no ${smallInSentence(name)}`),
  };
}

/** What a span holds for each of its attributes: “Type: Person”. */
export function valuesInWords(
  labelSet: LabelSet,
  span: Pick<Span, 'label' | 'attributes'>,
  text: string,
): readonly string[] {
  const label = findLabel(labelSet, span.label);
  return span.attributes.map(({ id, value }) => {
    const attribute = findAttribute(label, id);
    return `${attribute?.name ?? id}: ${shortened(attributeInWords(attribute, value, text))}`;
  });
}

/** “Speaker: Ann Lee” for the span at which the link starts, “Speaker of: …” for the one at which it ends, else undefined. */
function linkInWords(labelSet: LabelSet, layer: Layer, link: Link, span: Span, text: string): string | undefined {
  const isFrom = link.from === span.id;
  if (!isFrom && link.to !== span.id) return undefined;
  const other = findSpan(layer.spans, isFrom ? link.to : link.from);
  const name = findLinkType(labelSet, link.type)?.name ?? link.type;
  const words = other ? shortened(quoteOf(text, other)) : '';
  return isFrom ? `${name}: ${words}` : t`${name} of: ${words}`;
}

/** The words up to a length that still tells which they are. */
export function shortened(words: string): string {
  return cutBehind(words, SHOWN_LENGTH);
}
