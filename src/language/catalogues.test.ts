import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Catalogue } from './catalogue.ts';
import { ENGLISH, LANGUAGES, type Language } from './languages.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { readTexts } from './read-texts.arbitrary.ts';
import { shortKey, withShortKeys } from './short-key.ts';

const SAID = readTexts();
const OTHERS = LANGUAGES.filter((language) => language !== ENGLISH).map((language): [string, Language, Catalogue] => [
  language.id,
  language,
  JSON.parse(readFileSync(join(import.meta.dirname, 'catalogues', `${language.id}.json`), 'utf8')) as Catalogue,
]);
const places = (text: string): readonly string[] => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();

test('what is counted is written out where it is said, so that catalogues can know it', () => {
  expect(SAID.unreadable).toEqual([]);
  expect(SAID.bare).toEqual([]);
  expect(SAID.texts.size).toBeGreaterThan(1000);
});

test.each(OTHERS)('%s: every text that the code says is there', (_, __, { texts, counts }) => {
  expect([...SAID.texts].filter(([key]) => !Object.hasOwn(texts, key))).toEqual([]);
  expect([...SAID.counts].filter(([key]) => !Object.hasOwn(counts, key))).toEqual([]);
});

test.each(OTHERS)('%s: no text is there that nothing says', (_, __, { texts, counts }) => {
  expect(Object.keys(texts).filter((key) => !SAID.texts.has(key))).toEqual([]);
  expect(Object.keys(counts).filter((key) => !SAID.counts.has(key))).toEqual([]);
});

test.each(OTHERS)('%s: every text has the values of the English one, and is not empty', (_, __, { texts }) => {
  const wrong = Object.entries(texts).filter(
    ([key, text]) => text.trim() === '' || places(key).join() !== places(text).join(),
  );
  expect(wrong).toEqual([]);
});

test.each(OTHERS)('%s: every count has the forms of the language', (_, { locale }, { counts }) => {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const wrong = Object.entries(counts).filter(([, count]) => forms.some((form) => !count[form]));
  expect(wrong).toEqual([]);
});

test.each(OTHERS)('%s: what is loaded is the file by short keys, no two texts having the same', async (id, _, file) => {
  const loaded = (await loadCatalogue(id as Language['id']))!;
  expect(loaded).toEqual(withShortKeys(file));
  expect(Object.keys(loaded.texts)).toHaveLength(Object.keys(file.texts).length);
});

test('two texts with one short key are refused', () => {
  // Found by trying.
  const [one, other] = ['Text 179599', 'Text 362382'] as const;
  expect(shortKey(one)).toBe(shortKey(other));
  expect(() => withShortKeys({ texts: { [one]: 'Eins', [other]: 'Zwei' }, counts: {} })).toThrow(/short key/);
});
