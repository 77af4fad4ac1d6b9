import { type Attribute, attributeInWords, type AttributeValue, isRange } from '#core/labels/attribute.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type Layer } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { attributesOf, type ClaimWords } from './claim-words.ts';

/** What schema.org calls the kinds of claimants that a label set may tell apart. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['person', 'Person'],
  ['organisation', 'Organization'],
  ['organization', 'Organization'],
]);

/**
 * Tells who makes a claim of the layer, each once: the spans that claimant links lead to, and what the claim itself says.
 * Names are as in the text.
 */
export function claimantsIn(
  { spans, links }: Pick<Layer, 'spans' | 'links'>,
  text: string,
  labelSet: LabelSet,
  words: ClaimWords,
): (claim: Span) => readonly object[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const linked = new Map<SpanId, Span[]>();
  for (const { type, from, to } of links) {
    const span = words.claimantLinks.has(type) ? byId.get(to) : undefined;
    if (span) linked.set(from, [...(linked.get(from) ?? []), span]);
  }
  return (claim) => {
    const byName = new Map<string, object>();
    const add = (name: string, agent: object): void => {
      if (name !== '' && !byName.has(name)) byName.set(name, agent);
    };
    for (const span of linked.get(claim.id) ?? []) add(quoteOf(text, span), agentOf(span, text, labelSet));
    const known = attributesOf(labelSet, claim.label);
    for (const { id, value } of claim.attributes) {
      if (!words.isClaimant(claim, id)) continue;
      const name = inFile(
        known.find((each) => each.id === id),
        value,
        text,
      );
      add(name, { name });
    }
    return [...byName.values()];
  };
}

/** The value in words that are the same whatever the language in use. */
function inFile(attribute: Attribute | undefined, value: AttributeValue, text: string): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'object' || isRange(value)) return attributeInWords(attribute, value, text);
  return value.map((id) => attributeInWords(attribute, id, text)).join(', ');
}

/** The span's attributes say whether it is a person or an organisation, and which item of Wikidata, or else nothing does. */
function agentOf(span: Span, text: string, labelSet: LabelSet): object {
  const known = attributesOf(labelSet, span.label);
  const said = span.attributes.map(({ id, value }) => ({
    value,
    inWords: inFile(
      known.find((each) => each.id === id),
      value,
      text,
    ),
  }));
  const type = said
    .map(
      ({ value, inWords }) =>
        (typeof value === 'string' ? TYPES.get(value) : undefined) ?? TYPES.get(inWords.toLowerCase()),
    )
    .find(Boolean);
  const item = said.map(({ inWords }) => /^Q[1-9]\d*$/.exec(inWords.trim())?.[0]).find(Boolean);
  return {
    ...(type === undefined ? {} : { '@type': type }),
    name: quoteOf(text, span),
    ...(item === undefined ? {} : { sameAs: `https://www.wikidata.org/wiki/${item}` }),
  };
}
