import { afterAll, expect, test, vi } from 'vitest';
import { findLanguage } from '#language/languages.ts';
import { withShortKeys } from '#language/short-key.ts';
import { type Loss, type LossGroup } from './losses.ts';

const GERMAN = {
  texts: {
    'Guidelines left out': 'Richtlinien fehlen',
    'the guidelines': 'die Richtlinien',
    'the article as a whole': 'der ganze Artikel',
    'has no length': 'hat keine Länge',
    '{0} and {1} more': '{1} Dateien neben {0}',
    'line {0}': 'Zeile {0}',
  },
  counts: {},
};
// Texts are constants of modules, and files of tests share their modules: these here are their own.
vi.resetModules();
const { speak } = await import('#language/spoken.ts');
speak(findLanguage('de')!, withShortKeys(GERMAN));
afterAll(() => {
  vi.resetModules();
});

const [words, carries, orphans, several, wording] = await Promise.all([
  import('./loss-words.ts'),
  import('./carries.ts'),
  import('./write-orphans.ts'),
  import('./several-files.ts'),
  import('#formats/wording.ts'),
]);

test('a report that goes along with a file is in English, and what is on the screen in the language in use', () => {
  const added: Loss[] = [];
  const losses = { add: (loss: Loss) => void added.push(loss) };
  const thread = { articleId: 'a', quote: '' };
  carries.reviewLosses(
    { decisions: [], threads: [thread] } as never,
    { ...carries.CARRIES_ALL, threads: 'no' },
    losses,
  );
  const guidelines: Loss = { reason: 'guidelines-dropped', detail: 'die Richtlinien' };
  expect(added[0]?.detail).toBe('der ganze Artikel');
  expect(words.lossWords('guidelines-dropped').title).toBe('Richtlinien fehlen');
  const groups = [guidelines, added[0]!].map((loss): LossGroup => {
    return { reason: loss.reason, count: 1, examples: [loss] };
  });
  const text = words.lossesAsText({ name: 'CSV-Tabellen', nameInFiles: 'CSV tables' }, groups);
  expect(text.startsWith(`${words.LOSSES_START}CSV tables does not hold`)).toBe(true);
  expect(text).toContain('Guidelines left out (guidelines-dropped): 1');
  expect(text).toContain('  - the guidelines\n');
  expect(text).toContain('  - the article as a whole (article a)\n');
  const json = words.lossesAsJson({ id: 'csv' }, groups);
  expect(text + json).not.toMatch(/Richtlinien|ganze Artikel/);
});

test('tables of what has no place say in English why', () => {
  const orphan = { document: '', place: '', annotator: '', span: 's', label: '', words: '', ranges: [] };
  const csv = orphans.orphansAsCsv([{ ...orphan, because: 'no-length', why: 'hat keine Länge' } as never]);
  expect(csv).toContain('the span has no length');
});

test('the first of several files is known wherever the language puts its name, and places start with paths', () => {
  const name = several.severalInWords('data/a+b (1).csv', 3);
  expect(name).toBe('3 Dateien neben data/a+b (1).csv');
  expect(several.firstOfSeveral(name)).toBe('data/a+b (1).csv');
  expect(several.firstOfSeveral('a.csv')).toBe('a.csv');
  expect(wording.placeOfLine('a.csv', 3)).toBe('a.csv Zeile 3');
});
