import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Article } from '#core/project/project.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { LIMITS } from '#formats/limits.ts';
import { notesOnFrontMatter, readTextArticle } from './read.ts';

const TEXT = 'Taxes rose\n\nThe minister said that the tax had risen in the spring and that it was for good.\n';

describe('reading a text file as an article', () => {
  test('takes everything from the front matter', () => {
    const raw = `---\ntitle: "A: b"\nsource: Agency\ndate: 2024-06-17\nlanguage: en-GB\nauthor: Ada\n---\n${TEXT}`;
    expect(articleOf('file.txt', raw)).toStrictEqual({
      id: articleIdOf(TEXT),
      title: 'A: b',
      author: 'Ada',
      source: 'Agency',
      date: '2024-06-17',
      language: 'en-GB',
      original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
      correctionOf: '',
      pages: [],
      text: TEXT,
    });
  });

  test('guesses what is missing', () => {
    expect(articleOf('taxes.txt', TEXT)).toMatchObject({
      title: 'Taxes rose',
      source: 'taxes.txt',
      date: '',
      language: 'en',
      text: TEXT,
    });
    expect(articleOf('taxes.md', `${TEXT}# Heading\n`)).toMatchObject({ title: 'Heading', text: `${TEXT}# Heading\n` });
    expect(articleOf('only-marks.txt', '\u200B')).toMatchObject({ title: '\u200B', language: 'und' });
  });

  test.each([
    ['date: yesterday', '', 'en'],
    ['date: 2024-13-01', '', 'en'],
    ['date: 2024-06', '2024-06', 'en'],
    ['language: English, please', '', 'en'],
    ['language: zh-Hant', '', 'zh-Hant'],
  ])('with %j has the date %j and the language %s', (line, date, language) => {
    const raw = `---\n${line}\n---\n${TEXT}`;
    expect(articleOf('a.txt', raw)).toMatchObject({ date, language });
    const isLost = line.startsWith('date') && date === '';
    const message = 'the date is not like 2024-06-17, 2024-06 or 2024: the article has none';
    expect(notesOnFrontMatter(raw)).toEqual(isLost ? [{ place: 'front matter', message }] : []);
  });

  test('freezes the text and keeps what the original was like', () => {
    const { text, original } = articleOf('a.txt', '\uFEFF---\ntitle: A\n---\nOne\r\nTwo \ud83d\r\n');
    expect(text).toBe('One\nTwo \uFFFD\n');
    expect(original).toEqual({ newline: 'crlf', byteOrderMark: true, replaced: 1 });
  });

  test('leaves a frozen text without front matter as it is', () => {
    fc.assert(
      fc.property(textArbitrary(), (text) => {
        fc.pre(text.trim() !== '');
        expect(articleOf('a.txt', text).text).toBe(text);
      }),
      { seed: 20261124 },
    );
  });
});

describe('a text file that is no article', () => {
  test.each([
    ['an empty file', '', /no text/],
    ['only white space', ' \n\u00A0\u2028\t', /no text/],
    ['only front matter', '---\ntitle: A\n---\n\n', /no text/],
    ['a text that is too long', 'x'.repeat(LIMITS.text + 1), /20\.0 million characters.*split/],
    [
      'a title that is too long',
      `---\ntitle: ${'x'.repeat(2_001)}\n---\n${TEXT}`,
      /title must not have more than 2000/,
    ],
  ])('refuses %s', (_, raw, expected) => {
    const result = readTextArticle('a.txt', raw);
    expect(result).toMatchObject({ ok: false, problems: [{ message: expect.stringMatching(expected) as string }] });
  });
});

function articleOf(fileName: string, raw: string): Article {
  const result = readTextArticle(fileName, raw);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
