import { type Attribute } from '#core/labels/attribute.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { foldWords } from './fold-text.ts';

/** One `key:value` of a query. The key is folded, the value as it was written, without its quotation marks. */
export interface QueryFilter {
  readonly key: string;
  readonly value: string;
}

/** What was typed: `terms` are folded words and phrases, each once, that must all occur; `filters` narrow. */
export interface Query {
  readonly terms: readonly string[];
  readonly filters: readonly QueryFilter[];
}

/** Keys that mean the same in every project; any other key is the name of an attribute. */
const QUERY_KEYS = ['label', 'by', 'status', 'in', 'with', 'without', 'called'] as const;
export type QueryKey = (typeof QUERY_KEYS)[number];

interface Token {
  readonly written: string;
  readonly term: string;
  readonly filter: QueryFilter | undefined;
}

/**
 * Reads a query: words, “phrases” in quotation marks of any shape, and filters `key:value` or `key:"several words"`. What
 * looks like a filter but has a key that neither we nor the label set know is a word. A mark that is not closed reaches to
 * the end.
 */
export function parseQuery(written: string, labelSet: LabelSet): Query {
  const tokens = tokensOf(written, labelSet);
  const terms = new Set(tokens.filter(({ filter }) => !filter).map(({ term }) => foldWords(term)));
  terms.delete('');
  return { terms: [...terms], filters: tokens.flatMap(({ filter }) => filter ?? []) };
}

/** The query with each filter of these keys left out and, where one is given, this one at its end. */
export function withFilter(
  written: string,
  labelSet: LabelSet,
  keys: readonly string[],
  filter: QueryFilter | undefined,
): string {
  const kept = tokensOf(written, labelSet)
    .filter((token) => !token.filter || !keys.includes(token.filter.key))
    .map((token) => token.written);
  return [...kept, ...(filter ? [writeFilter(filter.key, filter.value)] : [])].join(' ');
}

/** The words and phrases of a query without its filters, as they were written but for quotation marks. */
export function wordsOfQuery(written: string, labelSet: LabelSet): string {
  const terms = tokensOf(written, labelSet).filter(({ filter }) => !filter);
  return terms.map(({ term }) => term).join(' ');
}

/** A filter as it is typed, in quotation marks where the value has spaces. */
export function writeFilter(key: string, value: string): string {
  const plain = value.replaceAll(MARKS, '').trim();
  return /^\S+$/.test(plain) ? `${key}:${plain}` : `${key}:"${plain}"`;
}

/** A name as it is compared: folded, without quotation marks, which a filter cannot carry. */
export function foldName(name: string): string {
  return foldWords(name.replaceAll(MARKS, ''));
}

/** A name as the key of a filter, or as the value of `with` and `without`: hyphens stand for its spaces. */
export function keyOfName(name: string): string {
  return foldName(name).replaceAll(/[\s:]+/g, '-');
}

/** The key of an attribute; its id where its name is taken or empty. */
export function keyOfAttribute({ id, name }: Attribute): string {
  const key = keyOfName(name);
  return key === '' || isQueryKey(key) ? keyOfName(id) : key;
}

/** The keys of all attributes of the label set, each once. */
export function attributeKeys({ labels }: LabelSet): readonly string[] {
  return [...new Set(labels.flatMap(({ attributes }) => attributes.map(keyOfAttribute)))];
}

const MARKS = /["“”„‟«»]/g;
const TOKEN =
  /([^\s:"“”„‟«»]+):(?:["“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]?|(\S*))|["“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]?|[^\s"“”„‟«»]+/g;

function tokensOf(text: string, labelSet: LabelSet): readonly Token[] {
  const known = new Set<string>([...QUERY_KEYS, ...attributeKeys(labelSet)]);
  return [...text.toWellFormed().matchAll(TOKEN)].map(([written, name, phrase, word, term]) => {
    const key = name === undefined ? '' : keyOfName(name);
    const filter = known.has(key) ? { key, value: (phrase ?? word ?? '').trim() } : undefined;
    return { written, term: term ?? written, filter };
  });
}

function isQueryKey(key: string): boolean {
  return QUERY_KEYS.some((known) => known === key);
}
