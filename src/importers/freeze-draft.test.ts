import { describe, expect, test } from 'vitest';
import { articleIdOf } from '#formats/article-id.ts';
import { freezeDraft, withoutFaults } from './freeze-draft.ts';
import { type DraftArticle } from './importer.ts';

const DRAFT: DraftArticle = {
  title: ' The  ferry ',
  author: 'Mo Aldis',
  source: '',
  date: '2026-03-14',
  language: '',
  text: 'One\r\nThe minister said that the tax had risen and that it was for good, and he was not.\r\n',
  pages: [{ from: 0, page: '1' }],
};

describe('a draft', () => {
  test('becomes an article with a frozen text and what it lacks found out', () => {
    const result = freezeDraft(DRAFT, 'ferry.html');
    const text = DRAFT.text.replaceAll('\r', '');
    expect(result).toMatchObject({
      ok: true,
      value: {
        id: articleIdOf(text),
        title: 'The ferry',
        author: 'Mo Aldis',
        source: 'ferry.html',
        language: 'en',
        text,
      },
    });
    expect(freezeDraft({ ...DRAFT, title: '' }, 'a')).toMatchObject({ value: { title: 'One' } });
  });

  test('loses pages that are not in its text', () => {
    expect(freezeDraft({ ...DRAFT, pages: [{ from: 900, page: '2' }] }, 'a')).toMatchObject({ value: { pages: [] } });
  });

  test.each([
    ['text', { text: ' \n' }, /no text/],
    ['date', { date: 'in spring' }, /2024-06-17/],
    ['language', { language: 'plain English' }, /tag such as en/],
  ])('with a %s that is none says so', (_, fields, expected) => {
    const message = expect.stringMatching(expected) as string;
    expect(freezeDraft({ ...DRAFT, ...fields }, 'a')).toMatchObject({ ok: false, problems: [{ message }] });
  });

  test('of a file goes without a date and a language that are none', () => {
    expect(withoutFaults({ ...DRAFT, date: 'in spring', language: '?' })).toEqual({ ...DRAFT, date: '', language: '' });
  });
});
