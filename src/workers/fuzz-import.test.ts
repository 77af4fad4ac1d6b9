import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { writeBundle as writeNative } from '#formats/native/write.ts';
import { joinedBytes } from '#formats/exchange/archive-directory.ts';
import { readableFormats } from '#formats/exchange/detect-format.ts';
import { defaultOptions } from '#formats/exchange/default-options.ts';
import { workedBundle } from '#formats/exchange/example.arbitrary.ts';
import { filesOf } from '#formats/exchange/round-trip.arbitrary.ts';
import { NOTHING_CHOSEN } from '#formats/exchange/dataset-choices.ts';
import { type SourceFile } from '#formats/exchange/loose.ts';
import { writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { FORMATS } from '#formats/registry.ts';
import { importBundle } from '#storage/import-bundle.ts';
import { dump, openTestDisk } from '#storage/test-database.arbitrary.ts';
import { type PreparedFile } from './prepared-file.ts';
import { createReadWork } from './read-work.ts';

/** Fewer where it is one test among many. More of them: FUZZ_CASES=200000 npm run fuzz. */
const CASES = Number(process.env['FUZZ_CASES'] ?? (process.env['npm_lifecycle_event'] === 'fuzz' ? 2000 : 500));
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_240_617);
/** A file that takes longer stands still for whoever waits, in milliseconds. */
const HANG = 10_000;

const WEBANNO_TSV = [
  '#FORMAT=WebAnno TSV 3.3',
  '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value',
  '',
  '',
  '#Text=Ann Lee of Rome.',
  '1-1\t0-3\tAnn\tQ1[2]\tENTITY[2]',
  '1-2\t4-7\tLee\tQ1[2]|*[3]\tENTITY[2]|NAME[3]',
  '1-3\t8-10\tof\t_\t_',
  '1-4\t11-15\tRome\t*\tENTITY',
  '1-5\t15-16\t.\t_\t_',
  '',
].join('\n');

const PUB_ANNOTATION = JSON.stringify({
  text: 'Ann Lee of Rome.',
  denotations: [
    { id: 'T1', span: { begin: 0, end: 7 }, obj: 'Entity' },
    {
      id: 'T2',
      span: [
        { begin: 8, end: 10 },
        { begin: 11, end: 15 },
      ],
      obj: 'Entity',
    },
  ],
  relations: [{ id: 'R1', subj: 'T1', pred: 'from', obj: 'T2' }],
  attributes: [{ id: 'A1', subj: 'T1', pred: 'type', obj: 'person' }],
});

/** What is broken: files of one format as they were written, and the format that they are read as. */
interface Whole {
  readonly format: string;
  readonly files: readonly SourceFile[];
}

/** Real files of every format that is written, in each of its forms, and of those that are only read. */
async function wholeFiles(): Promise<readonly Whole[]> {
  const bundle = workedBundle();
  const all: Whole[] = [
    { format: 'native', files: [{ path: 'a.json', bytes: strToU8(writeNative(sampleBundle())) }] },
    { format: 'native', files: [{ path: 'b.json', bytes: strToU8(writeNative(bundle)) }] },
    {
      format: 'text',
      files: [{ path: 'a.txt', bytes: strToU8('---\ntitle: Rain\nlanguage: en\n---\nIt rained in Rome.\n') }],
    },
    { format: 'webanno-tsv', files: [{ path: 'a.tsv', bytes: strToU8(WEBANNO_TSV) }] },
    { format: 'pub-annotation', files: [{ path: 'a.json', bytes: strToU8(PUB_ANNOTATION) }] },
  ];
  for (const format of FORMATS.filter(({ write }) => write)) {
    const variants = format.variants.length === 0 ? [''] : format.variants.map(({ id }) => id);
    for (const variant of variants) {
      const { parts } = await writeBundle(format, bundle, { ...defaultOptions(format), variant });
      all.push({ format: format.id, files: filesOf(parts) });
    }
  }
  return all;
}

/** One thing that is done to the bytes of a file; places are parts of its length. */
type Change =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut' | 'drop' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'put'; readonly at: number; readonly what: string }
  | { readonly kind: 'replace-token'; readonly at: number; readonly what: string };

const PLACE = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** What upsets readers: signs of every format, numbers out of bounds, names that are prototypes, halves of characters. */
const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\n',
  '\t',
  '\r',
  '<',
  '>',
  '&',
  '\\',
  '\0',
  '\uFEFF',
  '\u2028',
  ' ',
  '|',
  '_',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '0',
  '-1',
  '1e999',
  '9007199254740993',
  '-0',
  '1.5',
  '4294967296',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '<!DOCTYPE x [<!ENTITY a "&a;&a;">]>',
  '&a;',
  '<![CDATA[',
  ']]>',
  '🎉',
  'a\u0301',
  '\\ud83c',
  '[['.repeat(300),
  '<a>'.repeat(300),
  'B-',
  'T1\t',
  '#',
  '-DOCSTART-',
  '=1+1',
];

const CHANGE: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: PLACE, bit: fc.nat(7) }),
  fc.record({
    kind: fc.constantFrom('cut' as const, 'drop' as const, 'double' as const),
    at: PLACE,
    length: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({ kind: fc.constant('put' as const), at: PLACE, what: fc.constantFrom(...TOKENS) }),
  fc.record({ kind: fc.constant('replace-token' as const), at: PLACE, what: fc.constantFrom(...TOKENS) }),
);

function changed(bytes: Uint8Array, change: Change): Uint8Array {
  const at = Math.floor(change.at * bytes.length);
  switch (change.kind) {
    case 'flip': {
      const copy = bytes.slice();
      if (at < copy.length) copy[at] = copy[at]! ^ (1 << change.bit);
      return copy;
    }
    case 'cut':
      return bytes.slice(0, at);
    case 'drop':
      return joined(bytes.subarray(0, at), bytes.subarray(at + change.length));
    case 'double':
      return joined(bytes.subarray(0, at + change.length), bytes.subarray(at));
    case 'put':
      return joined(bytes.subarray(0, at), strToU8(change.what), bytes.subarray(at));
    case 'replace-token': {
      const text = new TextDecoder().decode(bytes.subarray(at, at + 400));
      const token = /-?\d+(?:\.\d+)?|"(?:[^"\\]|\\.)*"|\w+/.exec(text);
      if (!token) return bytes;
      const from = at + strToU8(text.slice(0, token.index)).length;
      const to = from + strToU8(token[0]).length;
      return joined(bytes.subarray(0, from), strToU8(change.what), bytes.subarray(to));
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  return joinedBytes(parts, size);
}

const WHOLE = await wholeFiles();

/** One case: which files, what is done to which of them, how they come and as what they are read. */
const CASE = fc.record({
  which: fc.nat(WHOLE.length - 1),
  changes: fc.array(fc.tuple(fc.nat(20), CHANGE), { minLength: 1, maxLength: 3 }),
  isZip: fc.boolean(),
  archiveChange: fc.oneof({ weight: 1, arbitrary: CHANGE }, { weight: 5, arbitrary: fc.constant(null) }),
  /** Read as what it is, or as anything. */
  readAs: fc.option(fc.constantFrom(...readableFormats().map(({ id }) => id)), { freq: 3 }),
});

test(
  'every broken file gives a result or a named problem, and reading it changes nothing',
  { timeout: 3_600_000 },
  async ({ annotate }) => {
    const { database } = await openTestDisk();
    const bundle = sampleBundle();
    await importBundle(database, bundle.project, bundle, { at: '', countWords: () => 1, report: () => undefined });
    const before = await dump(database);
    const seen = { results: 0, problems: 0, formats: new Set<string>() };

    await fc.assert(
      fc.asyncProperty(CASE, async ({ which, changes, isZip, archiveChange, readAs }) => {
        const { format, files } = WHOLE[which]!;
        const broken = files.map(({ path, bytes }, index) => {
          const own = changes.filter(([file]) => file % files.length === index);
          return { path, bytes: own.reduce((so, [, change]) => changed(so, change), bytes) };
        });
        const given = isZip || broken.length > 1 ? [asArchive(broken, archiveChange)] : broken.map(asFile);
        const start = performance.now();
        // A reader of its own, as the worker is: nothing is kept from case to case.
        const work = createReadWork(() => Promise.resolve(database));
        const read = await work.readFiles(given, bundle.project, () => undefined);
        expect(read.length).toBeGreaterThan(0);
        for (const file of read) {
          check(file);
          const other = readAs ?? format;
          if (!file.formats.some(({ id }) => id === other) || file.format === other) continue;
          check(await work.choose(file.handle, { ...NOTHING_CHOSEN, format: other }, bundle.project));
        }
        expect(performance.now() - start).toBeLessThan(HANG);

        // oxlint-disable-next-line unicorn/consistent-function-scoping
        function check({ reading, format: as }: PreparedFile): void {
          seen.formats.add(as);
          if (reading.kind !== 'problems') {
            seen.results += 1;
            return;
          }
          seen.problems += 1;
          expect(reading.problems.length).toBeGreaterThan(0);
          for (const { place, message } of reading.problems) {
            expect(place).not.toBe('');
            // What readAs says where a reader threw.
            expect(message).not.toMatch(/^it could not be read as .* \(/);
            expect(message).toMatch(/\w/);
          }
        }
      }),
      { seed: SEED, numRuns: CASES, endOnFailure: false },
    );
    expect(await dump(database)).toEqual(before);
    expect(readableFormats().filter(({ id }) => !seen.formats.has(id))).toEqual([]);
    await annotate(
      `${CASES} broken files of ${WHOLE.length} kinds: ${seen.results} readings and ${seen.problems} refusals, none crashed`,
    );
  },
);

function asFile({ path, bytes }: SourceFile): File {
  return new File([bytes as Uint8Array<ArrayBuffer>], path, { lastModified: 0 });
}

function asArchive(files: readonly SourceFile[], change: Change | null): File {
  const packed = zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { level: 1 });
  return asFile({ path: 'a.zip', bytes: change ? changed(packed, change) : packed });
}
