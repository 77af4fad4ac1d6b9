import { writeFile } from 'node:fs/promises';
import { hostileFiles } from '../../src/formats/native/hostile-files.ts';
import { sampleBundle } from '../../src/formats/native/sample-bundle.ts';
import { writeBundle } from '../../src/formats/native/write.ts';
import { expect, test } from '../test.ts';

// Lines of another tool are no bundle, but they are read as what they are.
const files = hostileFiles(writeBundle(sampleBundle())).filter(({ name }) => !name.startsWith('another tool’s'));

test('every hostile file gets a message that names the place, and changes nothing', async ({
  page,
  library,
  annotate,
  importing,
  exporting,
}) => {
  await library.open();
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  const before = await exporting.downloadAll();

  await importing.choose(
    ...files.map(({ name, json }) => ({
      name: `${name}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(json),
    })),
  );
  await expect(importing.files).toHaveCount(files.length);
  const shown = await importing.files.evaluateAll((all) =>
    all.map((one) => ({
      name: one.querySelector('h2')?.textContent ?? '',
      problems: [...one.querySelectorAll('[role="alert"] li')].map((problem) =>
        (problem.textContent ?? '').replace(/^(\S+(?: \d+, column \d+)?) /, '$1: '),
      ),
    })),
  );
  const seen = new Map(shown.map(({ name, problems }) => [name, problems]));
  for (const { name, expect: pattern } of files) {
    const problems = seen.get(`${name}.json`) ?? [];
    expect(problems.length, name).toBeGreaterThan(0);
    expect(problems.join('\n'), name).toMatch(new RegExp(pattern.source, `${pattern.flags.replace('m', '')}m`));
  }
  await expect(importing.importButton).toHaveCount(0);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  expect(await exporting.downloadAll()).toBe(before);
});

test('a good file beside a bad one still comes in, whole, and the bad one leaves nothing; 100 MB are not even read', async ({
  page,
  library,
  importing,
}, testInfo) => {
  const good = Buffer.from('A council met.\n\nIt voted “yes”.\n');
  await importing.choose(
    { name: 'good.txt', mimeType: 'text/plain', buffer: good },
    { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"format": "spanmark-bundle"') },
  );
  await expect(importing.problems).toContainText('ends in the middle');
  await importing.import();
  await expect(page.getByText('1 file imported. 1 file could not be.')).toBeVisible();
  await library.open();
  await expect(library.row('A council met.')).toHaveCount(1);

  const path = testInfo.outputPath('large.json');
  await writeFile(path, Buffer.alloc(100 * 1024 * 1024, ' '));
  await importing.choose(path);
  await expect(importing.problems).toContainText('the file has 100.0 MiB and at most 64.0 MiB are read at once');
});
