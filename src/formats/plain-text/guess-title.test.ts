import { describe, expect, test } from 'vitest';
import { guessTitle } from './guess-title.ts';

describe('guessing a title', () => {
  test.each([
    ['takes the first line', 'Taxes rose\nThey did.', false, 'Taxes rose'],
    ['skips empty lines', '\n \n\tTaxes  rose \n', false, 'Taxes rose'],
    ['takes the heading of Markdown', 'Intro\n## Two\n# Taxes rose #\n', true, 'Taxes rose'],
    ['takes a heading as it is elsewhere', '# Taxes rose\n', false, '# Taxes rose'],
    ['takes no tag for a heading', '#taxes rose', true, '#taxes rose'],
    ['keeps 80 characters', 'x'.repeat(80), false, 'x'.repeat(80)],
    ['cuts at a word', 'word '.repeat(20), false, `${'word '.repeat(15)}word…`],
    ['cuts between words where it can', `${'w'.repeat(79)} next`, false, `${'w'.repeat(79)}…`],
    ['cuts a word that is too long', 'x'.repeat(100), false, `${'x'.repeat(79)}…`],
    ['cuts no family in two', '👨‍👩‍👧‍👦'.repeat(100), false, `${'👨‍👩‍👧‍👦'.repeat(79)}…`],
    ['gives nothing for a text without lines', '\n\n', false, ''],
  ])('%s', (_, text, isMarkdown, expected) => {
    expect(guessTitle(text, isMarkdown)).toBe(expected);
  });

  test('is short on one endless line', () => {
    expect(guessTitle('🎉 '.repeat(5_000_000), true).length).toBeLessThan(200);
  });
});
