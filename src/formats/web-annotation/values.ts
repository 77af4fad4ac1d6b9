import { textField } from '#formats/exchange/fields.ts';
import { isObject } from '#formats/is-object.ts';
import { idOfIri } from '#formats/exchange/iri.ts';

/** JSON-LD lets a single value stand for a list of one, and nothing for an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The IRI that the value is or has; empty where there is none. */
export function iriIn(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed();
  return textField(value, 'id') || textField(value, '@id');
}

/** True where one of the value's types is this one, with or without a prefix. */
export function hasType(value: unknown, type: string): boolean {
  if (!isObject(value)) return false;
  return listOf(value['type'] ?? value['@type']).some((each) => each === type || each === `oa:${type}`);
}

/** The name of an agent: our own id, what it calls itself, or its IRI; of several the first. */
export function agentName(value: unknown): string {
  const [agent] = listOf(value);
  const iri = iriIn(agent);
  return (
    idOfIri('annotator', iri) ??
    (textField(agent, 'nickname') || textField(agent, 'name') || textField(agent, 'account') || iri)
  );
}

/** What our own files call an annotator besides the id; empty for an agent of others, who is known by one name alone. */
export function ownAgentName(value: unknown): string {
  const [agent] = listOf(value);
  const id = idOfIri('annotator', iriIn(agent));
  const name = textField(agent, 'name');
  if (id === undefined) return '';
  return name.trim() === '' ? id : name;
}

/** The time in ISO form and UTC; empty where the field is no time. */
export function timeField(value: unknown, name: string): string {
  const written = textField(value, name);
  const time = /^\d{4}-/.test(written) ? new Date(written) : undefined;
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : '';
}
