import { smallInSentence } from '#language/case.ts';
import { listInWords } from '#language/lists.ts';
import { spoken } from '#language/spoken.ts';
import { t } from '#language/t.ts';
import { type Attribute } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findLabel, type Label, type LabelSet } from '#core/labels/label-set.ts';
import { keyOfAttribute, keyOfName, writeFilter } from './query.ts';
import { SAME_AS } from '#core/spans/same-as.ts';

/** A query that the label set gives reason for, with its name for people. */
export interface ReadyQuery {
  readonly name: string;
  readonly query: string;
}

/**
 * What is likely to be missing or wanted: links and values that the label set requires, then notes. Where a label for names
 * requires no value, its first choice stands in for one.
 */
export function readyQueries(labelSet: LabelSet): readonly ReadyQuery[] {
  const links = labelSet.linkTypes
    .filter(({ isRequired }) => isRequired)
    .map(({ name, from }) => ({
      name: t`${labelsInWords(labelSet, from)} without ${oneOf(name)}`,
      query: writeFilter('without', keyOfName(name)),
    }));
  const values = labelSet.labels.flatMap((label) =>
    wantedAttributes(label).map((attribute) => ({
      name: t`${pluralOf(label.name)} without ${oneOf(attribute.name)}`,
      query: `${writeFilter('label', label.name)} ${writeFilter('without', keyOfAttribute(attribute))}`,
    })),
  );
  return [...links, ...values, { name: t`Spans with a note`, query: 'with:note' }];
}

/** The query for everything of one name: its name for people, and what comes before `called:`. */
export function calledQuery(labelSet: LabelSet): { readonly name: string; readonly start: string } {
  const label = nameLabels(labelSet)[0];
  if (!label) return { name: t`All spans called`, start: '' };
  return {
    name: t`All ${smallInSentence(pluralOf(label.name))} called`,
    start: `${writeFilter('label', label.name)} `,
  };
}

/** The labels whose spans are names: those that links of the type `same-as` join, or else those that take names. */
export function nameLabels({ labels, linkTypes }: LabelSet): readonly Label[] {
  const joined = linkTypes.find(({ id }) => id === SAME_AS)?.from ?? [];
  const there = labels.filter(({ id }) => joined.includes(id));
  return there.length > 0 ? there : labels.filter(({ smartExtent }) => smartExtent === 'name');
}

/** Names of labels in the plural, such as `Claims and quotes`; `Spans` for an empty list, which means any. */
export function labelsInWords(labelSet: LabelSet, ids: readonly LabelId[]): string {
  if (ids.length === 0) return t`Spans`;
  const names = ids.map((id, index) => {
    const name = pluralOf(findLabel(labelSet, id)?.name ?? id);
    return index === 0 ? name : smallInSentence(name);
  });
  return listInWords(names);
}

/** The English plural of a name by the general rule; the name itself where another language is in use. */
export function pluralOf(name: string): string {
  if (!isEnglish()) return name;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}

/** The name of a link type or attribute with its article, such as `a speaker`; without one in other languages. */
export function oneOf(name: string): string {
  if (!isEnglish()) return name;
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name.toLowerCase()}`;
}

function isEnglish(): boolean {
  return spoken().language.id === 'en';
}

function wantedAttributes({ attributes, smartExtent }: Label): readonly Attribute[] {
  const required = attributes.filter(({ isRequired }) => isRequired);
  if (required.length > 0 || smartExtent !== 'name') return required;
  return attributes.filter(({ kind }) => kind === 'choice').slice(0, 1);
}
