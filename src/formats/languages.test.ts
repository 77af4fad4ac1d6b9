import { expect, test, vi } from 'vitest';
import { workedBundle } from './exchange/example.arbitrary.ts';

/** Its labels have English names: a project keeps the names that it was made with. */
const PROJECT = workedBundle();

/** Files for programs; pages for readers are in the language in use. */
const FOR_PROGRAMS = ['conll', 'csv', 'brat', 'label-studio', 'web-annotation'];

test.each(['de', 'ar'] as const)(
  'what is written for programs is the same to the byte in %s and in English',
  async (id) => {
    const files = await written(id);
    expect(files.size).toBeGreaterThan(FOR_PROGRAMS.length);
    expect(files).toEqual(await written('en'));
  },
);

/** What the files of the formats hold, by path, written by modules that were loaded in the language. */
async function written(id: 'en' | 'de' | 'ar'): Promise<ReadonlyMap<string, string>> {
  vi.resetModules();
  const [{ findLanguage }, { loadCatalogue }, { speak }] = await Promise.all([
    import('#language/languages.ts'),
    import('#language/load-catalogue.ts'),
    import('#language/spoken.ts'),
  ]);
  speak(findLanguage(id)!, await loadCatalogue(id));
  const { writeBundle } = await import('./native/write.ts');
  const { findFormat } = await import('./registry.ts');
  const { defaultOptions } = await import('./exchange/default-options.ts');
  const { createLossList } = await import('./exchange/losses.ts');
  const { AS_IT_IS, partsBy } = await import('./exchange/write-dataset.ts');
  const files = new Map([['native', writeBundle(PROJECT)]]);
  for (const formatId of FOR_PROGRAMS) {
    const format = findFormat(formatId)!;
    const request = { prepare: AS_IT_IS, options: defaultOptions(format) };
    for (const { path, content } of partsBy(format, await format.write!(), PROJECT, request, createLossList())) {
      const name = `${formatId}/${path}`;
      files.set(name, (files.get(name) ?? '') + String(content));
    }
  }
  return files;
}
