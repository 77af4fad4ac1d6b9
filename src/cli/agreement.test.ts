import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { agreementReport, DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { finish } from '#core/agreement/progress.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { bundleOf } from '#core/search/corpus.arbitrary.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { writeBundle } from '#formats/native/write.ts';
import { readAgreementArguments } from './agreement-arguments.ts';
import { runInFolder, startCommand } from './run-in-folder.arbitrary.ts';

const COMMAND = await startCommand('agreement');
afterAll(COMMAND.end);

const AT = '2024-06-17T09:30:00.000Z';
const TEXT = 'Mayor Ada Lind met Bo Ek at the Harbor Times.';

/** What these people marked as names on one article, as one file. */
function bundleBy(annotators: Readonly<Record<string, readonly string[]>>, status: LayerStatus = 'done'): Bundle {
  const bundle = bundleOf([
    {
      title: 'Harbour',
      text: TEXT,
      layers: Object.entries(annotators).map(([by, words]) => ({
        by,
        status,
        spans: words.map((each) => ({ label: 'entity', words: each })),
      })),
    },
  ]);
  const id = articleIdOf(TEXT);
  const dated = { createdAt: AT, changedAt: AT };
  return {
    ...bundle,
    articles: bundle.articles.map((article) => ({ ...article, id })),
    layers: bundle.layers.map((layer) => ({
      ...layer,
      articleId: id,
      changedAt: AT,
      spans: layer.spans.map((span) => ({ ...span, ...dated })),
    })),
  };
}

const BOTH = bundleBy({ Ada: ['Ada Lind', 'Bo Ek'], Bo: ['Mayor Ada Lind', 'Bo Ek', 'Harbor Times'] });

test('the figures of a bundle are printed as a table, with what was left out and how they were computed', async () => {
  const { run } = await folderWith({ 'a.json': writeBundle(BOTH) });
  const { code, errors, output } = await run(['a.json', '--samples', '3']);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output).toMatch(/^Agreement of 2 annotators on 1 article with 5 spans$/m);
  expect(output).toMatch(/^Span F1, strict +0\.400 +1 +5$/m);
  expect(output).toMatch(/^Span F1, partial +0\.600 +1 +5$/m);
  expect(output).toMatch(/^ {2}Cohen’s κ, tokens, mean of pairs +0\.492 +1 +11$/m);
  expect(output).toMatch(/^ {2}Ada and Bo +0\.400 +0\.400 +0\.600 +0\.800 /m);
  expect(output).toMatch(/^Note: With 1 article there are no intervals; ten are needed\.$/m);
  expect(output).toMatch(/^γ \(±\d\.\d{3} from 3 samples\) +0\.\d{3} +1 +5$/m);
  expect(output).toMatch(/^Claim: nothing marked$/m);
  expect(output).toContain('2000 resamples, seed 1.');
});

test('npm run agreement runs it', async () => {
  const { folder } = await folderWith({ 'a.json': writeBundle(BOTH) });
  const start = join(import.meta.dirname, 'start-agreement.mjs');
  expect(await runInFolder(folder, start, ['a.json', '--json'])).toMatchObject({ code: 0, errors: '' });
});

test('as JSON it is the very report that the function gives', async () => {
  const { run } = await folderWith({ 'a.json': writeBundle(BOTH) });
  const { code, output } = await run(['a.json', '--json', '--seed', '7', '--samples', '4', '--resamples', '10']);
  const { articles, layers, project } = BOTH;
  const expected: AgreementReport = finish(
    agreementReport(
      { articles, layers, labelSet: project.labelSet },
      { ...DEFAULT_SETTINGS, seed: 7, resamples: 10, gamma: { ...DEFAULT_SETTINGS.gamma!, samples: 4 } },
    ),
  );
  const written = JSON.parse(output) as AgreementReport;
  expect(code).toBe(0);
  expect(written.headline).toEqual(JSON.parse(JSON.stringify(expected.headline)));
  expect(written.method.settings.seed).toBe(7);
});

test('files of several people are compared, and a file that cannot be read is told', async () => {
  const { run } = await folderWith({
    'ada.json': writeBundle(bundleBy({ Ada: ['Ada Lind'] })),
    'bo.json': writeBundle(bundleBy({ Bo: ['Ada Lind'] })),
    'broken.json': '{"format": "spanmark"',
  });
  const { code, errors, output } = await run(['ada.json', 'bo.json', 'broken.json', '--no-gamma']);
  expect(code).toBe(1);
  expect(errors).toMatch(/^broken\.json: /);
  expect(output).toMatch(/^Span F1, strict +1\.000 /m);
  expect(output).not.toContain('γ (');
});

test('layers that are not done are compared when that is asked for', async () => {
  const { run } = await folderWith({
    'a.json': writeBundle(bundleBy({ Ann: ['Bo Ek'], Bea: ['Bo Ek'] }, 'in-progress')),
  });
  const refused = await run(['a.json', '--no-gamma']);
  expect(refused).toMatchObject({
    code: 1,
    errors: expect.stringContaining('--in-progress compares them too') as string,
  });
  expect(refused.output).toMatch(/^Span F1, strict +– \(nothing in common\)/m);
  const { code, output } = await run(['a.json', '--no-gamma', '--in-progress']);
  expect(code).toBe(0);
  expect(output).toMatch(/^Span F1, strict +1\.000 /m);
});

test('what is wrong with the command line is said with how it is used', async () => {
  const { run } = await folderWith({});
  const { code, errors } = await run([]);
  expect(code).toBe(1);
  expect(errors).toMatch(/^Name at least one file or folder to be read\.\n\nUsage: npm run agreement -- FILE…/);
});

test.each([
  [[], 'Name at least one file'],
  [['a', '--seed', 'x'], '--seed must be a whole number'],
  [['a', '--seed', '-1'], "'--seed' argument is ambiguous"],
  [['a', '--samples', '0'], '--samples must be a whole number from 1'],
  [['a', '--resamples', '1.5'], '--resamples must be a whole number'],
  [['a', '--what'], "Unknown option '--what'"],
])('the command line %j is refused', (args, reason) => {
  expect(readAgreementArguments(args)).toContain(reason);
});

test('what the command line leaves out is left to the defaults', () => {
  expect(readAgreementArguments(['a', 'b', '--resamples', '0'])).toEqual({
    inputs: ['a', 'b'],
    isJson: false,
    includesInProgress: false,
    includesGold: false,
    hasGamma: true,
    seed: undefined,
    samples: undefined,
    resamples: 0,
  });
});

async function folderWith(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'spanmark-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return {
    folder,
    /** Runs the command as `npm run agreement` does, but for putting it together and starting it each time anew. */
    run: async (args: readonly string[]) => COMMAND.run(folder, args),
  };
}
