import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, type FormatOptions } from 'oxfmt';
import { expect, test } from 'vitest';
import { HUGGING_FACE } from '#formats/hugging-face/about.ts';
import { FORMATS } from '#formats/registry.ts';
import { TABLE_END, TABLE_START, withFormatsTable } from './formats-table.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const README = join(ROOT, 'README.md');

test('the table of formats in the README is that of the registry; `npm run formats` brings it up to date', async () => {
  const document = readFileSync(README, 'utf8');
  const options = JSON.parse(readFileSync(join(ROOT, '.oxfmtrc.json'), 'utf8')) as FormatOptions;
  const { code } = await format(README, withFormatsTable(document, FORMATS), options);
  expect(document).toBe(code);
});

test('the table says of each format what it reads, writes, counts in and loses, and replaces the one before', () => {
  const { read: _, ...writeOnly } = HUGGING_FACE;
  const pretend = {
    ...writeOnly,
    id: 'x',
    name: 'X|Y',
    unit: 'tokens',
    carries: { ...writeOnly.carries, links: 'partly' },
  } as const;
  const document = `before\n${TABLE_START}\nold\n${TABLE_END}\nafter\n`;
  const lines = withFormatsTable(document, [HUGGING_FACE, pretend]).split('\n');
  expect(lines).toContain(
    '| Hugging Face JSONL | `hugging-face` | yes | yes | code points | origins, page starts, guidelines, the label set, decisions of reviewers, threads |',
  );
  expect(lines).toContain(
    '| X\\|Y | `x` | yes | – | none: tokens | origins, page starts, guidelines, the label set, decisions of reviewers, threads; in part links |',
  );
  expect(lines).not.toContain('old');
  expect([lines[0], lines.at(-2)]).toEqual(['before', 'after']);
  expect(() => withFormatsTable('nothing', [])).toThrow('the document has no');
});
