import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { countWords } from '#core/text/count-words.ts';
import { readTextArticle } from '#formats/plain-text/read.ts';
import { sharedArticle, SHARED_SEEDS, WITHOUT_ARTICLE } from '../e2e/shared-article.ts';
import { readSeeds } from '../seeds.config.ts';

const FOLDER = resolve(import.meta.dirname, '../seeds');

function refuse(message: string): never {
  throw new Error(message);
}

const articles = readSeeds(FOLDER, refuse).map(({ fileName, text }) => {
  const read = readTextArticle(fileName, text);
  if (!read.ok) throw new Error(`${fileName}: ${JSON.stringify(read.problems)}`);
  return { fileName, raw: text, article: read.value };
});

test('there are at least eight sample articles, with title, source, date and language, each once', () => {
  expect(articles.length).toBeGreaterThanOrEqual(8);
  for (const { fileName, article } of articles) {
    expect(article.title, fileName).not.toBe('');
    expect(article.source, fileName).not.toBe(fileName);
    expect(article.date, fileName).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(article.language, fileName).not.toBe('und');
  }
  expect(new Set(articles.map(({ article }) => article.id)).size).toBe(articles.length);
});

test('every sample has a licence line, and only its front matter is left out of the text', () => {
  for (const { fileName, raw, article } of articles) {
    expect(raw, fileName).toMatch(/^licence: CC0-1\.0$/m);
    expect(raw.endsWith(article.text), fileName).toBe(true);
  }
});

test('the samples are as long as news is, but for one long read of about 20 KB', () => {
  const long = articles.filter(({ article }) => new TextEncoder().encode(article.text).length > 15_000);
  expect(long).toHaveLength(1);
  for (const { fileName, article } of articles) {
    if (article.id === long[0]!.article.id) continue;
    const words = countWords(article.text, article.language);
    expect(words >= 300 && words <= 900, `${fileName}: ${words} words`).toBe(true);
  }
});

test('among the samples are other scripts, other languages, and characters of several code units', () => {
  const languages = new Set(articles.map(({ article }) => article.language));
  expect(languages).toEqual(new Set(['en', 'ar', 'de', 'fr']));
  const text = articles.map(({ article }) => article.text).join('\n');
  expect(text).toMatch(/\u200D/u);
  expect(text).toMatch(/\p{L}\p{Mn}/u);
  expect(text).toMatch(/[“”„«»]/u);
});

test('files that a user drops into the folder are picked up: text and Markdown, UTF-8 only, others named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  try {
    writeFileSync(join(folder, 'b.md'), '# Rain\n\nIt rained.\n');
    writeFileSync(join(folder, 'a.TXT'), '\uFEFFSnow\r\n');
    writeFileSync(join(folder, 'picture.png'), 'no text');
    writeFileSync(join(folder, 'latin1.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    const warnings: string[] = [];
    expect(readSeeds(folder, (message) => warnings.push(message))).toEqual([
      { fileName: 'a.TXT', text: '\uFEFFSnow\r\n' },
      { fileName: 'b.md', text: '# Rain\n\nIt rained.\n' },
    ]);
    expect(warnings).toEqual([expect.stringContaining('latin1.txt is left out because it is not UTF-8')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.skipIf(!sharedArticle())(
  `the user’s own article comes through unchanged (skipped where ${WITHOUT_ARTICLE})`,
  () => {
    const [path] = readdirSync(SHARED_SEEDS);
    const [seed] = readSeeds(SHARED_SEEDS, refuse);
    const bytes = readFileSync(join(SHARED_SEEDS, path!), 'utf8');
    expect(seed).toEqual({ fileName: path, text: bytes });
    const read = readTextArticle(seed!.fileName, seed!.text);
    expect(read.ok && read.value.text).toBe(bytes);
  },
);
