// Our TEI files in jing, a validator of RELAX NG, against what TEI P5 says of the elements in them (tei-standoff.rnc). To
// run: apt-get install jing, then npm run test:interop
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bundle } from '#core/bundle/bundle.ts';
import { exampleBundle, workedBundle } from '#formats/exchange/example.arbitrary.ts';
import { exchangedBundleArbitrary } from '#formats/exchange/round-trip.arbitrary.ts';
import { writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { TEI } from '#formats/tei/about.ts';

/** When an annotation was made, and the first words after that. */
const REVISIONS = /(<revisionDesc><change status="created".*?<\/revisionDesc>)(<note.*?<\/note>)/;
const SCHEMA = join(import.meta.dirname, 'tei-standoff.rnc');

/** What jing finds wrong with the documents, a line for each fault, with the number of the document in front. */
function faultsOf(documents: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tei-'));
  try {
    const names = documents.map((document, index) => {
      writeFileSync(join(folder, `${index}.xml`), document);
      return `${index}.xml`;
    });
    const { error, status, stdout, stderr } = spawnSync('jing', ['-c', SCHEMA, ...names], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (error) throw new Error(`jing did not start (apt-get install jing): ${error.message}`);
    const faults = stdout.split('\n').filter((line) => line !== '');
    // It ends with 1 for documents that are not valid, but also for a schema that it cannot read.
    const places = faults.map((line) => line.replace(`${folder}/`, ''));
    const isVerdict = places.every((line) => /^\d+\.xml:/.test(line)) && status === (places.length > 0 ? 1 : 0);
    if (!isVerdict) throw new Error(`jing could not judge: ${stdout}${stderr}`);
    return places;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function documentsOf(bundle: Bundle): Promise<readonly string[]> {
  const { files } = await writeBundle(TEI, bundle);
  return [...files].filter(([path]) => path.endsWith('.xml')).map(([, content]) => content);
}

/** The bundle with a date and times that a project file may hold, but no calendar does. */
function withImpossibleDates(bundle: Bundle): Bundle {
  const changedAt = '2025-02-30T24:61:00Z';
  return {
    ...bundle,
    articles: bundle.articles.map((article) => ({ ...article, date: '0000-02-31' })),
    layers: bundle.layers.map((layer) => ({
      ...layer,
      changedAt,
      spans: layer.spans.map((span) => ({ ...span, createdAt: changedAt, changedAt })),
      links: layer.links.map((link) => ({ ...link, createdAt: changedAt })),
    })),
  };
}

test.each<[what: string, bundle: Bundle]>([
  ['nested, crossing and interrupted spans, attributes, links, an emoji and two annotators', workedBundle()],
  ['an interrupted quote, an annotator who marked nothing, and reviews', sampleBundle()],
  ['labels without attributes', exampleBundle()],
  ['no spans', exampleBundle([])],
  ['dates and times that no calendar has', withImpossibleDates(workedBundle())],
])('a document with %s is valid', async (_, bundle) => {
  const documents = await documentsOf(bundle);
  expect(documents).toHaveLength(1);
  expect(faultsOf(documents)).toEqual([]);
});

test('whatever is in a project, its documents are valid', async () => {
  const bundles = fc.sample(exchangedBundleArbitrary(), { seed: 20240617, numRuns: 150 });
  const documents = (await Promise.all(bundles.map(documentsOf))).flat();
  expect(documents.length).toBeGreaterThan(150);
  expect(faultsOf(documents)).toEqual([]);
});

/** Faults to put into the worked example: what to replace by what, and what jing says then. */
const FAULTS: readonly (readonly [fault: string, from: string | RegExp, to: string, says: RegExp])[] = [
  ['no source', /<sourceDesc>.*<\/sourceDesc>\n/, '', /element "fileDesc" incomplete/],
  ['no publication', /<publicationStmt>.*<\/publicationStmt>\n/, '', /missing required element "publicationStmt"/],
  ['no title', /<titleStmt><title>.*?<\/title>/, '<titleStmt>', /missing required element "title"/],
  ['an id that is there twice', 'xml:id="a1-s2"', 'xml:id="a1-s1"', /ID "a1-s1" has already been defined/],
  ['an id that is no name', 'xml:id="a1-s2"', 'xml:id="2"', /value of attribute "xml:id" is invalid/],
  ['revisions before the profile', /(<profileDesc>.*)\n(<revisionDesc>.*)/, '$2$1', /"profileDesc" not allowed/],
  ['the words of an annotation before its times', REVISIONS, '$2$1', /"revisionDesc" not allowed/],
  ['an attribute that TEI does not have', '<annotation ', '<annotation colour="blue" ', /"colour" not allowed/],
  ['an element that TEI does not have', '<body>', '<body><span-mark/>', /"span-mark" not allowed/],
  ['an annotation of nothing', / target="#string-range[^"]*"/, '', /missing required attribute "target"/],
  ['a pointer to nothing', /target="#string-range[^"]*"/, 'target=""', /value of attribute "target" is invalid/],
  ['a purpose that TEI does not have', '"classifying"', '"labelling"', /value of attribute "motivation" is invalid/],
  ['a day that no calendar has', 'when="2025-01-01"', 'when="2025-02-31"', /value of attribute "when" is invalid/],
  ['a language that is no tag', 'ident="en"', 'ident="in English"', /value of attribute "ident" is invalid/],
  [
    'a list of no annotations',
    /(<listAnnotation[^>]*>)[^]*?(<\/listAnnotation>)/,
    '$1$2',
    /"listAnnotation" incomplete/,
  ],
];

describe('a document is refused that has', () => {
  let valid = '';
  let faults: readonly string[] = [];
  beforeAll(async () => {
    [valid = ''] = await documentsOf(workedBundle());
    faults = faultsOf(FAULTS.map(([, from, to]) => valid.replace(from, to)));
  });

  test.each(FAULTS.map(([fault, from, to, says], index) => ({ fault, from, to, says, index })))(
    '$fault',
    ({ from, to, says, index }) => {
      expect(valid.replace(from, to)).not.toBe(valid);
      expect(faults.find((line) => line.startsWith(`${index}.xml:`))).toMatch(says);
    },
  );
});
