import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Layer } from '#core/project/project.ts';
import { extentOf } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type WriteOptions } from '#formats/exchange/dataset.ts';
import { createLossList } from '#formats/exchange/losses.ts';
import { exchangedBundleArbitrary } from '#formats/exchange/round-trip.arbitrary.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { createCasXmiWriter } from '#formats/uima-cas/xmi/write.ts';
import { cleanForXml } from '#formats/xml/escape-xml.ts';
import { originalName } from '#formats/xml/safe-names.ts';

interface Found {
  readonly file: string;
  readonly type: string;
  readonly begin: number;
  readonly end: number;
  readonly text: string;
  readonly features: Readonly<Record<string, string | readonly string[]>>;
}

const JAR = process.env['UIMA_JAR'] ?? '/usr/share/java/uimaj-core.jar';
const BUNDLES: readonly Bundle[] = [
  sampleBundle(),
  ...fc.sample(exchangedBundleArbitrary(), { seed: 20240617, numRuns: 150 }),
];

let folder = '';
/** The layer of each file, with the text of its article as XML can hold it. */
const layers = new Map<string, { readonly layer: Layer; readonly text: string }>();
let found: readonly Found[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uima-'));
  const pairs = BUNDLES.flatMap((bundle, index) => writeBundle(bundle, join(folder, String(index))));
  const program = join(import.meta.dirname, 'ReadXmi.java');
  execFileSync('javac', ['-cp', JAR, '-d', folder, program]);
  const output = execFileSync('java', ['-cp', `${JAR}:${folder}`, 'ReadXmi', ...pairs], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    // Java takes the encoding of paths from the locale.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  found = output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Found);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every part of a span covers the words of the article that it marks', () => {
  const expected = [...layers].flatMap(([file, { layer, text }]) =>
    layer.spans.flatMap(({ label, ranges }) =>
      ranges.map(({ from, to }) => [file, label, String(from), String(to), text.slice(from, to)]),
    ),
  );
  const actual = found
    .filter(({ type }) => type.startsWith('spanmark.label.'))
    .map(({ file, type, begin, end, text }) => [file, shortName(type), String(begin), String(end), text]);
  expect(actual.length).toBeGreaterThan(300);
  expect(sorted(actual)).toEqual(sorted(expected));
});

test('links lead from the words of one span to those of the other', () => {
  const expected = [...layers].flatMap(([file, { layer, text }]) =>
    layer.links.map(({ type, from, to }) => {
      const words = [from, to].map((id) => {
        const first = layer.spans.find((span) => span.id === id)!.ranges[0]!;
        return text.slice(first.from, first.to);
      });
      return [file, type, ...words, String(extentOf(layer.spans.find(({ id }) => id === to)!).from)];
    }),
  );
  const actual = found
    .filter(({ type }) => type.startsWith('spanmark.link.'))
    .map(({ file, type, begin, features }) => [
      file,
      shortName(type),
      String(features['Governor']),
      String(features['Dependent']),
      String(begin),
    ]);
  expect(actual.length).toBeGreaterThan(20);
  expect(sorted(actual)).toEqual(sorted(expected));
});

test('ids, values and notes are features, several values a list', () => {
  const quote = found.find(({ type, features }) => type === 'spanmark.label.quote' && features['id'] === 's1')!;
  expect(quote.features).toMatchObject({ cue: 'said', begin_of_cue: expect.any(String) as string });
  expect(found.find(({ features }) => features['wikidata'] === 'Q42')?.text).toBe('Ann Lee');
  expect(found.some(({ features }) => Object.values(features).some((value) => Array.isArray(value)))).toBe(true);
});

function writeBundle({ project, annotators, articles, layers: all }: Bundle, base: string): readonly string[] {
  const writer = createCasXmiWriter({ project, annotators }, {} as WriteOptions, createLossList());
  const save = (path: string, content: string | Uint8Array): string => {
    const place = join(base, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
    return place;
  };
  const [types = ''] = [...writer.begin()].map(({ path, content }) => save(path, content));
  return articles.flatMap((article) => {
    const own = all.filter(({ articleId }) => articleId === article.id);
    const parts = [...writer.article({ article, layers: own, split: undefined })];
    return parts.flatMap(({ path, content }, index) => {
      const place = save(path, content);
      if (own[index]) layers.set(place, { layer: own[index], text: cleanForXml(article.text) });
      return [types, place];
    });
  });
}

function shortName(type: string): string {
  return originalName(type.slice(type.lastIndexOf('.') + 1));
}

function sorted(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted(compareText);
}
