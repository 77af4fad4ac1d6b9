// Files of ours in other people's readers that are not npm packages. To run: apt-get install python3-nltk (or pip install
// nltk, with PYTHON naming that Python), then npx vitest run --config interop.config.ts
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CONLL } from '#formats/conll/about.ts';
import { type WriteOptions } from '#formats/exchange/dataset.ts';
import { exampleBundle } from '#formats/exchange/example.arbitrary.ts';
import { writeBundle } from '#formats/exchange/written.arbitrary.ts';

/** A text with what ends lines for Python, and two names side by side. */
const TEXT = '“Hi 🎉” said Ann Lee\u2028to\u0085Bo Núñez Rome.\n\n# -DOCSTART- rose 4%.';

const BUNDLE = exampleBundle(
  [
    ['s1', 'QUOTE', '“Hi 🎉”'],
    ['s2', 'ENTITY', 'Ann Lee'],
    ['s3', 'ENTITY', 'Bo Núñez'],
    ['s4', 'ENTITY', 'Rome'],
    ['s5', 'CLAIM', 'rose 4%'],
  ],
  TEXT,
);

async function readByNltk(options: Partial<WriteOptions>, columns: string): Promise<unknown> {
  const { files } = await writeBundle(CONLL, BUNDLE, options);
  const folder = mkdtempSync(join(tmpdir(), 'interop-'));
  try {
    for (const [path, content] of files) writeFileSync(join(folder, path), content);
    const script = join(import.meta.dirname, 'read-conll.py');
    const { stdout, stderr } = spawnSync(
      process.env['PYTHON'] ?? 'python3',
      [script, folder, columns, ...[...files.keys()].filter((path) => path.endsWith('.conll'))],
      { encoding: 'utf8' },
    );
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The line that starts a document is an empty sentence to NLTK. */
const WORDS = [
  [],
  ['“', 'Hi', '🎉', '”', 'said', 'Ann', 'Lee', 'to', '_'],
  ['Bo', 'Núñez', 'Rome', '.'],
  ['#', '-', 'DOCSTART', '-', 'rose', '4%', '.'],
];

test.each<WriteOptions['scheme']>(['IOB1', 'IOB2'])(
  'NLTK finds the words and spans of the four columns, %s',
  async (scheme) => {
    expect(await readByNltk({ scheme, variant: 'conll-2003' }, 'words,pos,ignore,chunk')).toEqual({
      words: WORDS,
      chunks: [
        ['QUOTE', ['“', 'Hi', '🎉', '”']],
        ['ENTITY', ['Ann', 'Lee']],
        ['ENTITY', ['Bo', 'Núñez']],
        ['ENTITY', ['Rome']],
        ['CLAIM', ['rose', '4%']],
      ],
    });
  },
);

test('NLTK finds the words of the two columns', async () => {
  expect(await readByNltk({ variant: 'conll-2002' }, 'words,chunk')).toMatchObject({ words: WORDS });
});
