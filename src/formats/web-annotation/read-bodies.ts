import { textField } from '#formats/exchange/fields.ts';
import { type LooseAttribute } from '#formats/exchange/loose.ts';
import { hasSelector, passageOf } from './read-targets.ts';
import { iriIn } from './values.ts';

/** What the bodies of an annotation say of its words. */
export interface Said {
  readonly labels: readonly string[];
  readonly attributes: readonly LooseAttribute[];
  readonly note: string;
}

/**
 * Tags and classes are labels; a describing body is an attribute where it names one or says `name=value`; an identifying one
 * is the attribute “identifier”; everything else is a note. A body without a purpose has the annotation's motivation.
 */
export function readBodies(bodies: readonly unknown[], motivation: string): Said {
  const labels: string[] = [];
  const attributes: LooseAttribute[] = [];
  const notes: string[] = [];
  for (const body of bodies) {
    const purpose = (textField(body, 'purpose') || motivation).replace(/^oa:/, '');
    const value = textField(body, 'value') || iriOfBody(body);
    const attribute = attributeOf(body, purpose, value);
    if (attribute) attributes.push(attribute);
    else if (value === '') continue;
    else if (purpose === 'tagging' || purpose === 'classifying') labels.push(value);
    else notes.push(value);
  }
  return { labels, attributes, note: notes.join('\n\n') };
}

function attributeOf(body: unknown, purpose: string, value: string): LooseAttribute | undefined {
  const name = textField(body, 'attribute');
  if (name !== '') return namedAttribute(body, name, textField(body, 'value'));
  if (purpose === 'identifying' && value !== '') return { name: 'identifier', value };
  if (purpose !== 'describing') return undefined;
  const equals = value.indexOf('=');
  // A name is one word, or a sentence with an equals sign in it would be taken for an attribute.
  if (equals < 1 || /\s/.test(value.slice(0, equals))) return undefined;
  return { name: value.slice(0, equals), value: value.slice(equals + 1) };
}

function namedAttribute(body: unknown, name: string, value: string): LooseAttribute {
  const passage = hasSelector(body) ? passageOf([body]) : undefined;
  if (!passage) return { name, value };
  return { name, value: passage.quotes?.[0] ?? value, range: passage.ranges[0]! };
}

function iriOfBody(body: unknown): string {
  return typeof body === 'string' ? body.toWellFormed() : textField(body, 'source') || externalIri(body);
}

/** Textual bodies may have an id of their own, which says nothing; an external resource is nothing but its IRI. */
function externalIri(body: unknown): string {
  return textField(body, 'value') === '' && textField(body, 'purpose') === '' ? iriIn(body) : '';
}
